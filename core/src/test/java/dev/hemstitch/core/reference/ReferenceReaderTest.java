package dev.hemstitch.core.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The reference reader against results worked out by hand. */
class ReferenceReaderTest {
    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static EffectivePlaylist read(String... lines) {
        return ReferenceReader.read(lines(lines));
    }

    private static <T> List<T> each(EffectivePlaylist playlist, Function<EffectiveSegment, T> property) {
        return playlist.segments().stream().map(property).toList();
    }

    private static Optional<EffectiveByteRange> range(String offset, long length) {
        return Optional.of(new EffectiveByteRange(BigInteger.valueOf(length), Optional.of(new BigInteger(offset))));
    }

    private static EffectiveKey key(String uri, String iv) {
        return new EffectiveKey("AES-128", Optional.of(uri), "identity", "1", Optional.of(iv));
    }

    @Test
    void aPlainPlaylistIsRead() {
        EffectivePlaylist playlist = read(
                "#EXTM3U",
                "#EXT-X-VERSION:3",
                "#EXT-X-TARGETDURATION:10",
                "#EXT-X-PLAYLIST-TYPE:VOD",
                "#EXTINF:9.009,",
                "first.ts",
                "#EXTINF:3.003,Title, with comma",
                "second.ts",
                "#EXT-X-ENDLIST");
        assertEquals(Optional.of(BigInteger.TEN), playlist.header().targetDuration());
        assertEquals(Optional.of("VOD"), playlist.header().playlistType());
        assertTrue(playlist.header().endList());
        assertEquals(List.of("first.ts", "second.ts"), each(playlist, EffectiveSegment::uri));
        assertEquals(
                List.of(Optional.empty(), Optional.of("Title, with comma")), each(playlist, EffectiveSegment::title));
        assertEquals(new BigDecimal("12.012"), playlist.duration());
        assertEquals(List.of("#EXT-X-ENDLIST"), playlist.linesAfterLastSegment());
    }

    @Test
    void onlyLineFeedsEndLines() {
        EffectivePlaylist playlist = ReferenceReader.read(
                "\uFEFF#EXTM3U\r\n#EXTINF:1,a\u2028b\u0085c\fd\re\r\n\r\nseg\u2028ment.ts\r\n \t\n#EXT-X-ENDLIST\r");
        assertEquals(List.of(Optional.of("a\u2028b\u0085c\fd\re")), each(playlist, EffectiveSegment::title));
        assertEquals(List.of("seg\u2028ment.ts"), each(playlist, EffectiveSegment::uri));
        assertTrue(playlist.header().endList());
    }

    @Test
    void everyDiscontinuityTagRaisesTheSequenceNumber() {
        EffectivePlaylist playlist = read(
                "#EXT-X-DISCONTINUITY-SEQUENCE:7",
                "#EXT-X-MEDIA-SEQUENCE:18446744073709551614",
                "a.ts",
                "#EXT-X-DISCONTINUITY",
                "b.ts",
                "#EXT-X-DISCONTINUITY",
                "#EXT-X-DISCONTINUITY",
                "c.ts");
        assertEquals(List.of(false, true, true), each(playlist, EffectiveSegment::discontinuity));
        assertEquals(
                List.of("7", "8", "10"),
                each(playlist, segment -> segment.discontinuitySequence().toString()));
        assertEquals(
                List.of("18446744073709551614", "18446744073709551615", "18446744073709551616"),
                each(playlist, segment -> segment.mediaSequence().toString()));
    }

    @Test
    void skippedSegmentsHaveTheirNumbers() {
        EffectivePlaylist playlist = read("#EXT-X-MEDIA-SEQUENCE:100", "#EXT-X-SKIP:SKIPPED-SEGMENTS=5", "a.ts");
        assertEquals(List.of(BigInteger.valueOf(105)), each(playlist, EffectiveSegment::mediaSequence));
    }

    @Test
    void anOffsetLeftOutFollowsThePreviousRangeOfTheSameResource() {
        EffectivePlaylist playlist = read(
                "#EXT-X-BYTERANGE:1000@18446744073709550000",
                "file.ts",
                "#EXT-X-BYTERANGE:100",
                "file.ts",
                "#EXT-X-BYTERANGE:50",
                "other.ts",
                "whole.ts");
        Optional<EffectiveByteRange> undefined =
                Optional.of(new EffectiveByteRange(BigInteger.valueOf(50), Optional.empty()));
        assertEquals(
                List.of(
                        range("18446744073709550000", 1000),
                        range("18446744073709551000", 100),
                        undefined,
                        Optional.empty()),
                each(playlist, EffectiveSegment::byteRange));
    }

    @Test
    void aKeyIsReplacedByOneOfItsFormatAndEndedByNone() {
        EffectivePlaylist playlist = read(
                "#EXT-X-MEDIA-SEQUENCE:255",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k1\"",
                "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"skd://1\",KEYFORMAT=\"com.apple\",KEYFORMATVERSIONS=\"1/2\"",
                "a.ts",
                "b.ts",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k2\",IV=0xaB",
                "c.ts",
                "#EXT-X-KEY:METHOD=NONE",
                "d.ts");
        EffectiveKey apple =
                new EffectiveKey("SAMPLE-AES", Optional.of("skd://1"), "com.apple", "1/2", Optional.empty());
        assertEquals(
                List.of(
                        List.of(apple, key("k1", "000000000000000000000000000000FF")),
                        List.of(apple, key("k1", "00000000000000000000000000000100")),
                        List.of(apple, key("k2", "000000000000000000000000000000AB")),
                        List.of()),
                each(playlist, EffectiveSegment::keys));
    }

    @Test
    void aMapHasTheKeysThatStandBeforeIt() {
        EffectivePlaylist playlist = read(
                "#EXT-X-MAP:URI=\"clear.mp4\",BYTERANGE=\"720\"",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x00000000000000000000000000000001",
                "a.m4s",
                "#EXT-X-MAP:URI=\"locked.mp4\",BYTERANGE=\"10@20\"",
                "#EXT-X-KEY:METHOD=NONE",
                "b.m4s");
        EffectiveKey key = key("k", "00000000000000000000000000000001");
        assertEquals(
                List.of(
                        Optional.of(new EffectiveMap("clear.mp4", range("0", 720), List.of())),
                        Optional.of(new EffectiveMap("locked.mp4", range("20", 10), List.of(key)))),
                each(playlist, EffectiveSegment::map));
        assertEquals(List.of(List.of(key), List.of()), each(playlist, EffectiveSegment::keys));
    }

    @Test
    void aBitratePassesOverByteRanges() {
        EffectivePlaylist playlist =
                read("a.ts", "#EXT-X-BITRATE:500", "b.ts", "#EXT-X-BYTERANGE:5@0", "c.ts", "#EXT-X-GAP", "d.ts");
        Optional<BigInteger> bitrate = Optional.of(BigInteger.valueOf(500));
        assertEquals(
                List.of(Optional.empty(), bitrate, Optional.empty(), bitrate),
                each(playlist, EffectiveSegment::bitrate));
        assertEquals(List.of(false, false, false, true), each(playlist, EffectiveSegment::gap));
    }

    @Test
    void datesCountBackFromTheFirstAndOnFromTheLast() {
        EffectivePlaylist playlist = read(
                "#EXTINF:6.006,",
                "a.ts",
                "#EXT-X-PROGRAM-DATE-TIME:2024-03-01T08:00:00.5+08:00",
                "#EXTINF:0.0000000015,",
                "b.ts",
                "#EXTINF:0.0000000015,",
                "c.ts",
                "d.ts",
                "#EXT-X-PROGRAM-DATE-TIME:2024-03-01T01:00:00",
                "e.ts");
        assertEquals(
                List.of(
                        "2024-02-29T23:59:54.494Z",
                        "2024-03-01T00:00:00.500Z",
                        "2024-03-01T00:00:00.500000001Z",
                        "2024-03-01T00:00:00.500000003Z",
                        "2024-03-01T01:00:00Z"),
                each(
                        playlist,
                        segment ->
                                segment.derivedProgramDateTime().orElseThrow().toString()));
    }

    @Test
    void everythingInASegmentsBlockIsKeptInOrder() {
        EffectiveSegment segment = read(
                        "#EXTM3U",
                        "#EXT-X-CUE-OUT:30",
                        "#EXT-X-DATERANGE:ID=\"a,b\", CLASS=\"c\",ID=\"later\"",
                        "#EXT-X-DATERANGE:X-Z=0xAB,ID=\"2\",EMPTY=,=,NOVALUE",
                        "# comment",
                        "#EXT-UNKNOWN",
                        "#EXT-X-PART:URI=\"p.mp4\",DURATION=1.0",
                        "#EXTINF:1.0,",
                        "#EXT-X-INDEPENDENT-SEGMENTS",
                        "a.mp4")
                .segments()
                .get(0);
        assertEquals(List.of("#EXT-X-CUE-OUT:30", "#EXT-UNKNOWN"), segment.otherTags());
        assertEquals(List.of("# comment"), segment.comments());
        assertEquals(
                Map.of("ID", "\"a,b\"", "CLASS", "\"c\""),
                segment.dateRanges().get(0).raw());
        assertEquals(
                List.of("X-Z", "ID", "EMPTY"),
                List.copyOf(segment.dateRanges().get(1).raw().keySet()));
        assertEquals(Optional.of("p.mp4"), segment.parts().get(0).text("URI"));
    }

    @Test
    void oddAndBrokenLayoutIsRead() {
        EffectivePlaylist playlist = read(
                "",
                "#EXTM3U x-tvg-url=\"http://epg.example/\"",
                "#EXTINF:-1 tvg-id=\"a\" group-title=\"News\",Channel",
                "channel",
                "#EXT-X-TARGETDURATION: 6 ",
                "#EXT-X-TARGETDURATION:9",
                "#EXT-X-ENDLIST ",
                "without extinf",
                "#EXTINF: 4.0 ",
                "#EXT-X-KEY:METHOD=AES-128 , URI=k.bin",
                "last");
        assertEquals(Optional.of(BigInteger.valueOf(6)), playlist.header().targetDuration());
        assertTrue(playlist.header().endList());
        assertEquals(
                List.of(Optional.of("-1"), Optional.empty(), Optional.of("4.0")),
                each(playlist, EffectiveSegment::durationText));
        assertEquals(Optional.of("Channel"), playlist.segments().get(0).title());
        assertEquals(
                Optional.of("k.bin"), playlist.segments().get(2).keys().get(0).uri());
    }

    @Test
    void variablesAreReplacedWhenUrisAreResolved() {
        String text = lines(
                "#EXT-X-DEFINE:NAME=\"d\",VALUE=\"{$q}/x\"",
                "#EXT-X-DEFINE:QUERYPARAM=\"q\"",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"{$q}.key\"",
                "{$d}/{$none}.ts");
        EffectiveSegment segment =
                ReferenceReader.read(text, Map.of("q", "$1")).segments().get(0);
        assertEquals("{$d}/{$none}.ts", segment.uri());
        EffectiveSegment resolved = segment.resolvedAgainst("https://a.example/b/c.m3u8?q=$1");
        assertEquals("https://a.example/b/{$q}/x/{$none}.ts", resolved.uri());
        assertEquals(
                Optional.of("https://a.example/b/$1.key"),
                resolved.keys().get(0).uri());
    }

    @Test
    void multivariantPlaylistsAreRead() {
        ReferenceMultivariant playlist = ReferenceMultivariant.read(lines(
                "#EXTM3U",
                "#EXT-X-MEDIA:TYPE=AUDIO,URI=\"a\"",
                "#EXT-X-STREAM-INF:BANDWIDTH=1",
                "",
                "# comment",
                "v1",
                "orphan",
                "#EXT-X-STREAM-INF:BANDWIDTH=2",
                "#EXT-X-STREAM-INF:BANDWIDTH=3,CODECS=\"x,y\"",
                "#EXT-X-OTHER",
                "v3"));
        assertEquals(
                List.of(Optional.of("v1"), Optional.empty(), Optional.of("v3")),
                playlist.variants().stream()
                        .map(ReferenceMultivariant.Variant::uri)
                        .toList());
        assertEquals("\"x,y\"", playlist.variants().get(2).attributes().raw().get("CODECS"));
        assertEquals(List.of("orphan"), playlist.orphanUris());
        assertEquals(List.of("#EXT-X-OTHER"), playlist.otherTags());
        assertEquals(
                Optional.of("https://h/a"),
                playlist.resolvedAgainst("https://h/m").renditions().get(0).text("URI"));
        assertFalse(playlist.independentSegments());
    }
}
