package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The JSON of Low-Latency HLS and of Playlist Delta Updates. */
class InspectLowLatencyTest {
    @Test
    void partsHintsAndReportsAreThere() {
        assertThat(Run.inspect(
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:4",
                        "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.0,CAN-SKIP-UNTIL=24.0,"
                                + "CAN-SKIP-DATERANGES=NO,HOLD-BACK=12",
                        "#EXT-X-PART-INF:PART-TARGET=0.33334",
                        "#EXT-X-MEDIA-SEQUENCE:266",
                        "#EXT-X-PART:DURATION=0.33334,URI=\"p1.mp4\",BYTERANGE=\"20@10\",INDEPENDENT=YES",
                        "#EXT-X-PART:DURATION=0.33334,URI=\"p1.mp4\",BYTERANGE=\"5\",GAP=YES",
                        "#EXTINF:4.00008,",
                        "s.mp4",
                        "#EXT-X-PART:URI=\"p2.mp4\",DURATION=0.3,X-MINE=\"a,b\"",
                        "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"p3.mp4\",BYTERANGE-START=0,BYTERANGE-LENGTH=7",
                        "#EXT-X-RENDITION-REPORT:URI=\"../1M/a.m3u8\",LAST-MSN=266,LAST-PART=2"))
                .isEqualTo(Run.compact("""
                        {"kind":"media","targetDuration":4,"mediaSequence":266,
                        "serverControl":{"canSkipUntil":24.0,"canSkipDateRanges":false,"holdBack":12,"partHoldBack":1.0,
                        "canBlockReload":true},
                        "partTarget":0.33334,
                        "segments":[{"mediaSequence":266,"duration":4.00008,"uri":"s.mp4","parts":[
                        {"uri":"p1.mp4","duration":0.33334,"independent":true,"byteRange":{"length":20,"offset":10}},
                        {"uri":"p1.mp4","duration":0.33334,"byteRange":{"length":5,"offset":30},"gap":true}]}],
                        "parts":[{"uri":"p2.mp4","duration":0.3,
                        "attributes":{"URI":"p2.mp4","DURATION":"0.3","X-MINE":"a,b"}}],
                        "preloadHints":[{"type":"PART","uri":"p3.mp4","byteRangeStart":0,"byteRangeLength":7}],
                        "renditionReports":[{"uri":"../1M/a.m3u8","lastMsn":266,"lastPart":2}]}
                        """));
    }

    @Test
    void aDeltaUpdateSaysWhatItSkipsAndItsSegmentsAreNumberedBehindThat() {
        assertThat(Run.inspect(
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:4",
                        "#EXT-X-MEDIA-SEQUENCE:100",
                        "#EXT-X-SKIP:SKIPPED-SEGMENTS=3,RECENTLY-REMOVED-DATERANGES=\"a\tb\"",
                        "#EXTINF:4,",
                        "s.mp4"))
                .isEqualTo(Run.compact("""
                        {"kind":"media","targetDuration":4,"mediaSequence":100,
                        "skip":{"skippedSegments":3,"recentlyRemovedDateRanges":["a","b"]},
                        "segments":[{"mediaSequence":103,"duration":4,"uri":"s.mp4"}]}
                        """));
    }
}
