package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.Filler;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import org.junit.jupiter.api.Test;

class LiveAdTest {
    @Test
    void anAdNamedByAnotherResponseIsTheSameButForItsName() {
        Presentation playlists = presentation("ad");
        LiveAd first = LiveAd.of(Ad.of("first", playlists), presentation("content"), Filler.NONE);
        LiveAd second = first.as(Ad.of("second", playlists));
        assertThat(second.id()).isEqualTo("second");
        assertThat(second.ad().id()).isEqualTo("second");
        assertThat(second.problem()).isEmpty();
        assertThat(second.durationNanos()).isEqualTo(first.durationNanos()).isEqualTo(4_000_000_000L);
        assertThat(second.reference()).isSameAs(first.reference());
    }

    @Test
    void anAdWithOtherPlaylistsIsAnotherAd() {
        LiveAd ad = LiveAd.of(Ad.of("first", presentation("ad")), presentation("content"), Filler.NONE);
        assertThatThrownBy(() -> ad.as(Ad.of("second", presentation("other"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Presentation presentation(String name) {
        MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient()
                .parse("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n" + name + ".ts\n#EXT-X-ENDLIST\n");
        return Presentation.ofMedia(playlist, "http://host/" + name + ".m3u8");
    }
}
