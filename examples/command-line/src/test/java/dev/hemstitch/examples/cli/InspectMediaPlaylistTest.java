package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The JSON of Media Playlists, whole: nothing is missing and nothing is more. */
class InspectMediaPlaylistTest {
    @Test
    void theLeastPlaylistHasNothingThatIsNotInIt() {
        assertThat(Run.inspect("#EXTM3U", "#EXT-X-TARGETDURATION:10", "#EXTINF:9.009,", "a.ts"))
                .isEqualTo(Run.compact("""
                        {"kind":"media","targetDuration":10,"segments":[{"mediaSequence":0,"duration":9.009,"uri":"a.ts"}]}
                        """));
    }

    @Test
    void aPlaylistWithoutSegmentsHasAnEmptyList() {
        assertThat(Run.inspect("#EXTM3U", "#EXT-X-TARGETDURATION:10"))
                .isEqualTo("{\"kind\":\"media\",\"targetDuration\":10,\"segments\":[]}");
    }

    @Test
    void everyTagOfTheHeaderIsThere() {
        assertThat(Run.inspect(
                        "#EXTM3U",
                        "#EXT-X-VERSION:9",
                        "#EXT-X-TARGETDURATION:10",
                        "#EXT-X-MEDIA-SEQUENCE:0",
                        "#EXT-X-DISCONTINUITY-SEQUENCE:0",
                        "#EXT-X-PLAYLIST-TYPE:VOD",
                        "#EXT-X-INDEPENDENT-SEGMENTS",
                        "#EXT-X-I-FRAMES-ONLY",
                        "#EXT-X-START:TIME-OFFSET=-12.50,PRECISE=NO",
                        "#EXT-X-DEFINE:NAME=\"host\",VALUE=\"a.example\"",
                        "#EXT-X-DEFINE:QUERYPARAM=\"token\"",
                        "#EXT-X-ENDLIST"))
                .isEqualTo(Run.compact("""
                        {"kind":"media","version":9,"targetDuration":10,"mediaSequence":0,"discontinuitySequence":0,
                        "playlistType":"VOD","endList":true,"independentSegments":true,"iFramesOnly":true,
                        "start":{"timeOffset":-12.50,"precise":false},
                        "defines":[{"NAME":"host","VALUE":"a.example"},{"QUERYPARAM":"token"}],"segments":[]}
                        """));
    }

    @Test
    void aNumberThatCannotBeReadIsLeftOutAndReported() {
        Run run = Run.withInput(
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXT-X-MEDIA-SEQUENCE:many\n#EXTINF:x,\na.ts\n", "inspect", "-");
        assertThat(run.json())
                .isEqualTo("{\"kind\":\"media\",\"targetDuration\":10,\"segments\":["
                        + "{\"mediaSequence\":0,\"uri\":\"a.ts\"}]}");
        assertThat(run.err()).contains("-:3:23: error MALFORMED_NUMBER ").contains("-:4:9: error MALFORMED_NUMBER ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void everythingThatASegmentSaysIsThere() {
        assertThat(Run.inspect(
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:10",
                        "#EXT-X-MEDIA-SEQUENCE:7794",
                        "#EXTINF:9.009,",
                        "a.ts",
                        "#EXT-X-DISCONTINUITY",
                        "#EXT-X-CUE-OUT:30",
                        "#EXT-X-DATERANGE:ID=\"x\",START-DATE=\"2010-02-19T14:54:23Z\",SCTE35-OUT=0xFC30,X-A=1.50",
                        "#EXT-X-PROGRAM-DATE-TIME:2010-02-19T14:54:23.031+08:00",
                        "#EXT-X-GAP",
                        "#EXT-X-BITRATE:600",
                        "#EXTINF:9,Title, with a comma",
                        "b.ts",
                        "#EXTINF:9,",
                        "c d.ts?x={y}"))
                .isEqualTo(Run.compact("""
                        {"kind":"media","targetDuration":10,"mediaSequence":7794,"segments":[
                        {"mediaSequence":7794,"duration":9.009,"uri":"a.ts"},
                        {"mediaSequence":7795,"discontinuity":true,"duration":9,"title":"Title, with a comma","uri":"b.ts",
                        "programDateTime":"2010-02-19T14:54:23.031+08:00","gap":true,"bitrate":600,
                        "dateRanges":[{"id":"x","attributes":{"ID":"x","START-DATE":"2010-02-19T14:54:23Z",
                        "SCTE35-OUT":"0xFC30","X-A":"1.50"}}],
                        "otherTags":["#EXT-X-CUE-OUT:30"]},
                        {"mediaSequence":7796,"duration":9,"uri":"c d.ts?x={y}","bitrate":600}]}
                        """));
    }

    @Test
    void numbersKeepTheirDigits() {
        Run run = Run.withInput("""
                #EXTM3U
                #EXT-X-MEDIA-SEQUENCE:18446744073709551615
                #EXT-X-TARGETDURATION:10
                #EXTINF:9.000,
                #EXT-X-BYTERANGE:18446744073709551614@1
                a.ts
                #EXTINF:0.0000001,
                b.ts
                #EXTINF:3.33333333333333333333333333333333333333,
                c.ts
                """, "inspect", "-");
        assertThat(run.outText())
                .contains("\"mediaSequence\": 18446744073709551615,")
                .contains("\"length\": 18446744073709551614,")
                .contains("\"duration\": 9.000,")
                .contains("\"duration\": 0.0000001,")
                .contains("\"duration\": 3.33333333333333333333333333333333333333,");
    }

    @Test
    void anOffsetThatIsLeftOutFollowsFromTheSegmentBefore() {
        assertThat(Run.inspect(
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:10",
                        "#EXTINF:1,",
                        "#EXT-X-BYTERANGE:100@20",
                        "a.ts",
                        "#EXT-X-BYTERANGE:50",
                        "#EXTINF:1,",
                        "a.ts",
                        "#EXT-X-BYTERANGE:5",
                        "#EXTINF:1,",
                        "a.ts"))
                .isEqualTo(Run.compact("""
                        {"kind":"media","targetDuration":10,"segments":[
                        {"mediaSequence":0,"duration":1,"uri":"a.ts","byteRange":{"length":100,"offset":20}},
                        {"mediaSequence":1,"duration":1,"uri":"a.ts","byteRange":{"length":50,"offset":120}},
                        {"mediaSequence":2,"duration":1,"uri":"a.ts","byteRange":{"length":5,"offset":170}}]}
                        """));
    }

    @Test
    void aDateIsAsWrittenEvenIfItIsNone() {
        assertThat(Run.inspect(
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:10",
                        "#EXT-X-PROGRAM-DATE-TIME:2010-02-19 14:54:23,5+0800",
                        "#EXTINF:1,",
                        "a.ts",
                        "#EXT-X-PROGRAM-DATE-TIME:noon",
                        "#EXTINF:1,",
                        "b.ts"))
                .isEqualTo(Run.compact("""
                        {"kind":"media","targetDuration":10,"segments":[
                        {"mediaSequence":0,"duration":1,"uri":"a.ts","programDateTime":"2010-02-19 14:54:23,5+0800"},
                        {"mediaSequence":1,"duration":1,"uri":"b.ts","programDateTime":"noon"}]}
                        """));
    }

    @Test
    void whatBelongsToNoSegmentStandsAtTheTop() {
        assertThat(Run.inspect(
                        "#EXTM3U",
                        "#EXT-X-FOO:1",
                        "#EXT-X-TARGETDURATION:10",
                        "#EXTINF:1,",
                        "a.ts",
                        "# a comment",
                        "#EXT-X-DATERANGE:ID=\"late\",START-DATE=\"2010-02-19T14:54:23Z\"",
                        "#EXT-X-DATERANGE:CLASS=\"nameless\"",
                        "#EXT-X-BAR"))
                .isEqualTo(Run.compact("""
                        {"kind":"media","targetDuration":10,"segments":[{"mediaSequence":0,"duration":1,"uri":"a.ts"}],
                        "dateRanges":[{"id":"late","attributes":{"ID":"late","START-DATE":"2010-02-19T14:54:23Z"}}],
                        "otherTags":["#EXT-X-FOO:1","#EXT-X-DATERANGE:CLASS=\\"nameless\\"","#EXT-X-BAR"]}
                        """));
    }
}
