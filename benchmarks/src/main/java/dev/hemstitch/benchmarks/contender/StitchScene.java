package dev.hemstitch.benchmarks.contender;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.PreparedVod;
import dev.hemstitch.ads.stitch.vod.VodPlan;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Content and ads that were read, stitched by Hemstitch: the one place that knows the stitcher. */
public final class StitchScene implements Contender.Scene {
    private final PreparedVod prepared;
    private final List<AdBreak> breaks;
    private final Track track;
    private final VodPlan plan;

    StitchScene(MediaPlaylist playlist, List<MediaPlaylist> ads, List<Integer> positions) {
        Presentation content = Presentation.ofMedia(playlist, "https://origin.example.com/v/media.m3u8");
        List<AdBreak> asked = new ArrayList<>();
        for (int i = 0; i < ads.size(); i++) {
            Ad ad = Ad.of("ad-" + i, Presentation.ofMedia(ads.get(i), "https://ads.example.com/a/media.m3u8"));
            long startNanos = playlist.segments().get(positions.get(i)).startNanos();
            asked.add(new AdBreak(BreakPosition.ofSeconds(BigDecimal.valueOf(startNanos, 9)), List.of(ad)));
        }
        this.prepared = new VodStitcher(StitchOptions.DEFAULT).prepare(content, OutputLocations.inPlaceOf(content));
        this.breaks = List.copyOf(asked);
        this.track = content.reference();
        this.plan = plan();
    }

    /** Decides for a viewer what plays where. */
    private VodPlan plan() {
        return prepared.plan(breaks);
    }

    private MediaPlaylist splice() {
        return plan.playlist(track).orElseThrow();
    }

    @Override
    public byte[] spliceAndWrite() {
        return PlaylistWriter.toBytes(splice());
    }

    /** {@return the bytes of the playlist, planned anew: what a viewer costs who asks for one playlist} */
    public byte[] planSpliceAndWrite() {
        return PlaylistWriter.toBytes(plan().playlist(track).orElseThrow());
    }

    /**
     * Splices and writes into a buffer that is used again and again.
     *
     * @param buffer a buffer of enough room, written from its start
     */
    public void spliceInto(ByteBuffer buffer) {
        PlaylistWriter.write(splice(), buffer.clear());
    }

    /** {@return the playlist as buffers for a gathering write} */
    public List<ByteBuffer> spliceToBuffers() {
        return PlaylistWriter.toBuffers(splice());
    }
}
