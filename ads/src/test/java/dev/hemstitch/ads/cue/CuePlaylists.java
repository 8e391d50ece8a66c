package dev.hemstitch.ads.cue;

import dev.hemstitch.ads.scte35.BreakDuration;
import dev.hemstitch.ads.scte35.SegmentationDescriptor;
import dev.hemstitch.ads.scte35.SpliceInfoSection;
import dev.hemstitch.ads.scte35.SpliceInsert;
import dev.hemstitch.ads.scte35.SpliceTime;
import dev.hemstitch.ads.scte35.TimeSignal;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Small playlists written down as their durations and markers, and breaks as one line of text. */
final class CuePlaylists {
    static final String DATED = "#EXT-X-PROGRAM-DATE-TIME:2026-03-01T10:00:00.000Z";

    private CuePlaylists() {}

    /** Numbers are segments of so many seconds, all else stands as it is. */
    static MediaPlaylist media(String... items) {
        return parse(String.join("\n", items));
    }

    static MediaPlaylist vod(String... items) {
        return parse(String.join("\n", items) + "\n#EXT-X-ENDLIST");
    }

    /** The same of several lines in one text. */
    static MediaPlaylist parse(String items) {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXT-X-MEDIA-SEQUENCE:100\n");
        int number = 0;
        for (String item : items.lines().toList()) {
            boolean segment = !item.isEmpty() && Character.isDigit(item.charAt(0));
            text.append(segment ? "#EXTINF:" + item + ",\ns" + number++ + ".ts" : item)
                    .append('\n');
        }
        return (MediaPlaylist) PlaylistParser.lenient().parse(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static List<String> read(MediaPlaylist playlist) {
        return describe(CueReader.withDefaults().read(playlist).breaks());
    }

    static List<String> describe(List<SignalledBreak> breaks) {
        return breaks.stream().map(CuePlaylists::describe).toList();
    }

    /** {@code start +duration =end #number joined j}, each only if it is there. */
    static String describe(SignalledBreak signalled) {
        return seconds(signalled.startNanos())
                + part(" +", signalled.durationNanos())
                + part(" =", signalled.endNanos())
                + (signalled.mediaSequence().isPresent()
                        ? " #" + signalled.mediaSequence().getAsLong()
                        : "")
                + part(" joined ", signalled.joinedAfterNanos())
                + (signalled.isInsertionPoint() ? " point" : "");
    }

    private static String part(String before, OptionalLong nanos) {
        return nanos.isPresent() ? before + seconds(nanos.getAsLong()) : "";
    }

    static String seconds(long nanos) {
        return Decimals.ofNanos(nanos).stripTrailingZeros().toPlainString();
    }

    static String dialects(SignalledBreak signalled) {
        return signalled.dialects().stream().map(CueDialect::tagName).collect(Collectors.joining(" "));
    }

    static List<CueProblemCode> problems(MediaPlaylist playlist) {
        return CueReader.withDefaults().read(playlist).problems().stream()
                .map(CueProblem::code)
                .toList();
    }

    static SpliceInfoSection insertOut(long event, long seconds) {
        return SpliceInfoSection.builder(SpliceInsert.builder(event)
                        .outOfNetworkIndicator(true)
                        .immediate()
                        .breakDuration(new BreakDuration(true, seconds * 90_000))
                        .build())
                .build();
    }

    static SpliceInfoSection insertIn(long event) {
        return SpliceInfoSection.builder(SpliceInsert.builder(event)
                        .outOfNetworkIndicator(false)
                        .immediate()
                        .build())
                .build();
    }

    static SpliceInfoSection signal(long event, int type, OptionalLong seconds) {
        SegmentationDescriptor descriptor = SegmentationDescriptor.builder(event, type)
                .segmentationDuration(seconds.isPresent() ? OptionalLong.of(seconds.getAsLong() * 90_000) : seconds)
                .build();
        return SpliceInfoSection.builder(new TimeSignal(SpliceTime.unspecified()))
                .descriptors(List.of(descriptor))
                .build();
    }
}
