package dev.hemstitch.ads.simulator;

import java.util.List;
import java.util.Locale;

/** The playlist of an ad in a rendition, and what its tags put in force. */
final class AdPlaylist {
    private static final int FIRST_NUMBER = 17;

    private final ChannelOptions channel;
    private final ContentRendition rendition;
    private final AdShape shape;

    AdPlaylist(ChannelOptions channel, ContentRendition rendition, AdShape shape) {
        this.channel = channel;
        this.rendition = rendition;
        this.shape = shape;
    }

    private boolean subtitles() {
        return rendition.kind() == ContentRendition.Kind.SUBTITLES;
    }

    private boolean fragmented() {
        return channel.media() == ChannelOptions.Media.FMP4 && !subtitles();
    }

    private boolean encrypted() {
        return shape.encrypted() && !subtitles();
    }

    String extension() {
        return subtitles() ? ".vtt" : fragmented() ? ".m4s" : ".ts";
    }

    private static String iv(long number) {
        return String.format(Locale.ROOT, "0x%032X", number);
    }

    String keys(String folder, int index) {
        return encrypted()
                ? Keys.line("AES-128", folder + "key", iv(fragmented() ? 99 : FIRST_NUMBER + index), "identity", "1")
                : "";
    }

    String map(String folder) {
        return fragmented() ? folder + "init.mp4" + (shape.byteRanges() ? "|600@0" : "") : "";
    }

    String mapKeys(String folder) {
        return fragmented() ? keys(folder, 0) : "";
    }

    String text(List<AdSegment> segments) {
        long longest =
                segments.stream().mapToLong(AdSegment::durationNanos).max().orElse(0);
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:")
                .append((longest + Seconds.NANOS / 2) / Seconds.NANOS)
                .append("\n#EXT-X-MEDIA-SEQUENCE:")
                .append(FIRST_NUMBER)
                .append("\n#EXT-X-PLAYLIST-TYPE:VOD\n");
        if (shape.noisy()) {
            text.append("#EXT-X-START:TIME-OFFSET=1.0\n#EXT-X-ALLOW-CACHE:YES\n");
        }
        if (encrypted()) {
            text.append("#EXT-X-KEY:METHOD=AES-128,URI=\"key\"")
                    .append(fragmented() ? ",IV=" + iv(99) : "")
                    .append('\n');
        }
        if (fragmented()) {
            text.append("#EXT-X-MAP:URI=\"init.mp4\"")
                    .append(shape.byteRanges() ? ",BYTERANGE=\"600@0\"" : "")
                    .append('\n');
        }
        for (AdSegment segment : segments) {
            if (segment.discontinuity()) {
                text.append("#EXT-X-DISCONTINUITY\n");
            }
            if (shape.noisy() && segment.index() == 0) {
                text.append("#EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:00.000Z\n")
                        .append("#EXT-X-DATERANGE:ID=\"ad\",START-DATE=\"1970-01-01T00:00:01.000Z\",DURATION=2\n");
            }
            text.append("#EXTINF:").append(segment.durationText()).append(",\n");
            if (segment.rangeStart() >= 0) {
                text.append("#EXT-X-BYTERANGE:")
                        .append(segment.rangeLength())
                        .append(segment.index() == 0 ? "@0" : "")
                        .append('\n');
            }
            text.append(segment.uri().substring(segment.uri().lastIndexOf('/') + 1))
                    .append('\n');
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }
}
