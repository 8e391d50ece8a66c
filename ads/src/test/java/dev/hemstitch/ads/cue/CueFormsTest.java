package dev.hemstitch.ads.cue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each form of each marker that is seen in the field. */
@DisplayName("Forms of cue markers")
class CueFormsTest {
    private static final String OUT = CuePlaylists.insertOut(77, 12).toBase64();
    private static final String IN = CuePlaylists.insertIn(77).toBase64();
    private static final String PLACEMENT =
            CuePlaylists.signal(77, 0x34, OptionalLong.of(12)).toBase64();
    private static final String PLACEMENT_END =
            CuePlaylists.signal(77, 0x35, OptionalLong.empty()).toBase64();

    private static String filled(String line) {
        return line.replace("{out}", OUT)
                .replace("{in}", IN)
                .replace("{placement}", PLACEMENT)
                .replace("{placement-end}", PLACEMENT_END)
                .replace("{out-hex}", CuePlaylists.insertOut(77, 12).toHex())
                .replace("{in-hex}", CuePlaylists.insertIn(77).toHex());
    }

    @DisplayName("a break is started by")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', commentCharacter = '~', textBlock = """
                    #EXT-X-CUE-OUT                                                  | 6 #101
                    #EXT-X-CUE-OUT:                                                 | 6 #101
                    #EXT-X-CUE-OUT:12                                               | 6 +12 #101
                    #EXT-X-CUE-OUT:12.000                                           | 6 +12 #101
                    #EXT-X-CUE-OUT: 12                                              | 6 +12 #101
                    #EXT-X-CUE-OUT:"12.0"                                           | 6 +12 #101
                    #EXT-X-CUE-OUT:DURATION=12                                      | 6 +12 #101
                    #EXT-X-CUE-OUT:DURATION="12.0"                                  | 6 +12 #101
                    #EXT-X-CUE-OUT:Duration=12                                      | 6 +12 #101
                    #EXT-X-CUE-OUT:DURATION=105.000,BREAKID=325630                  | 6 +105 #101
                    #EXT-X-CUE-OUT:12,SpliceType=VOD_DAI,Action=REPLACE             | 6 +12 #101
                    #EXT-X-CUE-OUT:12,                                              | 6 +12 #101
                    #EXT-X-CUE-OUT:0/12                                             | 6 +12 #101
                    #EXT-X-CUE-OUT:DURATION=366,ID=16777323,CUE="{out}"             | 6 +366 #101
                    #EXT-X-CUE-OUT:12.000000001                                     | 6 +12.000000001 #101
                    #EXT-OATCLS-SCTE35:{out}                                        | 6 +12 #101
                    #EXT-OATCLS-SCTE35:{placement}                                  | 6 +12 #101
                    #EXT-X-SPLICEPOINT-SCTE35:{placement}                           | 6 +12 #101
                    #EXT-SCTE35: CUE="{out}", ID="123", TIME=123.12                 | 6 +12 #101
                    #EXT-X-SCTE35:CUE="{out}",CUE-OUT=YES                           | 6 +12 #101
                    #EXT-X-SCTE35:CUE="{out}"                                       | 6 +12 #101
                    #EXT-X-SCTE35:CUE-OUT=YES,DURATION=20.5                         | 6 +20.5 #101
                    #EXT-X-SCTE35:TYPE=0x34,DURATION=15.0,CUE-OUT=YES,UPID="0x08:0x9425BC",CUE=”x”,ID=”a” | 6 +15 #101
                    #EXT-X-SCTE35:TYPE=0x22,DURATION=15.0,CUE="x"                   | 6 +15 #101
                    #EXT-X-SCTE35:TYPE=52,DURATION=15.0                             | 6 +15 #101
                    #EXT-X-CUE:TYPE="SpliceOut",ID="0",TIME=414.171,DURATION=201.467 | 6 +201.467 #101
                    #EXT-X-CUE:DURATION="201.467",ID="0",TYPE="SpliceOut",TIME="414.171" | 6 +201.467 #101
                    #EXT-X-CUE:TYPE=SpliceInsert,DURATION=30                        | 6 +30 #101
                    #EXT-X-PLACEMENT-OPPORTUNITY                                    | 6 #101 point
                    #EXT-X-DATERANGE:ID="a",START-DATE="2026-03-01T10:00:06Z",PLANNED-DURATION=12,SCTE35-OUT={out-hex} | 6 +12 #101
                    #EXT-X-DATERANGE:ID="a",START-DATE="2026-03-01T10:00:06Z",DURATION=12,SCTE35-OUT={out-hex} | 6 +12 #101
                    #EXT-X-DATERANGE:ID="a",START-DATE="2026-03-01T10:00:06Z",SCTE35-OUT={out-hex} | 6 +12 #101
                    #EXT-X-DATERANGE:ID="a",START-DATE="2026-03-01T10:00:06Z",SCTE35-OUT="{out-hex}" | 6 +12 #101
                    #EXT-X-DATERANGE:ID="a",START-DATE="2026-03-01T10:00:06Z",SCTE35-OUT="{out}" | 6 +12 #101
                    #EXT-X-DATERANGE:ID="a",START-DATE="2026-03-01T10:00:06Z",SCTE35-CMD={out-hex} | 6 +12 #101
                    #EXT-X-DATERANGE:ID="a",SCTE35-OUT={out-hex},PLANNED-DURATION="12" | 6 +12 #101
                    """)
    void starts(String line, String expected) {
        assertThat(CuePlaylists.read(CuePlaylists.media(CuePlaylists.DATED, "6", filled(line), "6", "6", "6")))
                .containsExactly(expected);
    }

    @DisplayName("a break is ended by")
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', commentCharacter = '~', textBlock = """
                    #EXT-X-CUE-OUT:30                          | #EXT-X-CUE-IN
                    #EXT-X-CUE-OUT                             | #EXT-X-CUE-IN:
                    #EXT-OATCLS-SCTE35:{out}                   | #EXT-OATCLS-SCTE35:{in}
                    #EXT-OATCLS-SCTE35:{out}                   | #EXT-X-CUE-IN
                    #EXT-X-CUE-OUT:30                          | #EXT-OATCLS-SCTE35:{in}
                    #EXT-OATCLS-SCTE35:{placement}             | #EXT-OATCLS-SCTE35:{placement-end}
                    #EXT-X-SPLICEPOINT-SCTE35:{placement}      | #EXT-X-SPLICEPOINT-SCTE35:{placement-end}
                    #EXT-X-SCTE35:CUE="{out}",CUE-OUT=YES      | #EXT-X-SCTE35:CUE="{in}",CUE-IN=YES
                    #EXT-X-SCTE35:CUE="{out}",CUE-OUT=YES      | #EXT-X-SCTE35:CUE="{in}"
                    #EXT-X-SCTE35:TYPE=0x34,ID="a",CUE-OUT=YES | #EXT-X-SCTE35:TYPE=0x35,ID="b",CUE-IN=YES
                    #EXT-X-CUE:TYPE="SpliceOut",ID="1",DURATION="0" | #EXT-X-CUE:TYPE="SpliceIn",ID="1",DURATION="0"
                    #EXT-X-DATERANGE:ID="a",START-DATE="2026-03-01T10:00:06Z",SCTE35-OUT={out-hex} | #EXT-X-DATERANGE:ID="a",SCTE35-IN={in-hex}
                    #EXT-X-DATERANGE:ID="a",START-DATE="2026-03-01T10:00:06Z",SCTE35-OUT={out-hex} | #EXT-X-DATERANGE:ID="a",END-DATE="2026-03-01T10:00:18Z",DURATION=12,SCTE35-IN={in-hex}
                    #EXT-X-DATERANGE:ID="a",START-DATE="2026-03-01T10:00:06Z",SCTE35-CMD={out-hex} | #EXT-X-DATERANGE:ID="b",START-DATE="2026-03-01T10:00:18Z",SCTE35-CMD={in-hex}
                    #EXT-X-DATERANGE:ID="a",START-DATE="2026-03-01T10:00:06Z",SCTE35-OUT={out-hex} | #EXT-X-CUE-IN
                    """)
    void ends(String start, String end) {
        MediaPlaylist playlist =
                CuePlaylists.media(CuePlaylists.DATED, "6", filled(start), "6", "6", filled(end), "6", "6");
        CueReading reading = CueReader.withDefaults().read(playlist);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.breaks()).singleElement().satisfies(only -> {
            assertThat(only.startNanos()).isEqualTo(6_000_000_000L);
            assertThat(only.endNanos()).hasValue(18_000_000_000L);
        });
    }

    @DisplayName("a break that began before the first segment is told by")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', commentCharacter = '~', textBlock = """
                    #EXT-X-CUE-OUT-CONT:8.308/30                                        | -8.308 +30 joined 8.308
                    #EXT-X-CUE-OUT-CONT:8/30                                            | -8 +30 joined 8
                    #EXT-X-CUE-OUT-CONT: 8 / 30                                         | -8 +30 joined 8
                    #EXT-X-CUE-OUT-CONT:ElapsedTime=6.139,Duration=59.993,SCTE35={out}  | -6.139 +59.993 joined 6.139
                    #EXT-X-CUE-OUT-CONT:CAID=0x2310E3A8,ElapsedTime=161,Duration=181    | -161 +181 joined 161
                    #EXT-X-CUE-OUT-CONT:ElapsedTime=6,SCTE35={out}                      | -6 +12 joined 6
                    #EXT-X-CUE-OUT-CONT:ElapsedTime=6                                   | -6 joined 6
                    #EXT-X-CUE-OUT-CONT:6                                               | -6 joined 6
                    #EXT-X-CUE-OUT-CONT                                                 | 0 joined 0
                    #EXT-X-SCTE35:CUE="{out}",CUE-OUT=CONT,ELAPSED=3                    | -3 +12 joined 3
                    #EXT-X-SCTE35:CUE="{out}",CUE-OUT=YES,ELAPSED=3                     | -3 +12 joined 3
                    #EXT-X-CUE:TYPE="SpliceOut",ID="0",DURATION=20,ELAPSED=12.0,CAID=0x1 | -12 +20 joined 12
                    #EXT-X-CUE-CONT:ID=a2,AVAIL-DUR-ELAPSED=4,DURATION=20                | -4 +20 joined 4
                    #EXT-X-CUE-CONT:ID=a2                                               | 0 joined 0
                    #EXT-X-DATERANGE:ID="a",START-DATE="2026-03-01T09:59:56Z",PLANNED-DURATION=30,SCTE35-OUT={out-hex} | -4 +30 joined 4
                    """)
    void joins(String line, String expected) {
        assertThat(CuePlaylists.read(CuePlaylists.media(CuePlaylists.DATED, filled(line), "6", "6")))
                .containsExactly(expected);
    }

    @DisplayName("no break is signalled by")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', commentCharacter = '~', textBlock = """
                    #EXT-X-CUE-OUTSIDE:30
                    #EXT-X-CUE-OUT-CONTINUED:8/30
                    #ext-x-cue-out:30
                    ##EXT-X-CUE-OUT:30
                    # EXT-X-CUE-OUT:30
                    #EXT-X-VMAP-AD-BREAK:ID="1",DURATION=30
                    #EXT-X-CUE:TYPE="Other",DURATION=30
                    #EXT-OATCLS-SCTE35:no section at all
                    #EXT-X-DATERANGE:ID="stitched-ad-1",CLASS="twitch-stitched-ad",START-DATE="2026-03-01T10:00:06Z",DURATION=30.03
                    #EXT-X-DATERANGE:ID="i",CLASS="com.apple.hls.interstitial",START-DATE="2026-03-01T10:00:06Z",X-ASSET-URI="a"
                    #EXT-X-DATERANGE:ID="dev",CLASS="dev.hemstitch.ad",START-DATE="2026-03-01T10:00:06Z",DURATION=12
                    """)
    void ignores(String line) {
        assertThat(CuePlaylists.read(CuePlaylists.media(CuePlaylists.DATED, "6", line, "6")))
                .isEmpty();
    }

    @Test
    void segmentation_types_that_start_no_break_do_not() {
        for (int type : List.of(0x10, 0x11, 0x20, 0x23, 0x38, 0x3A, 0x40, 0x50)) {
            String section = CuePlaylists.signal(1, type, OptionalLong.of(30)).toBase64();
            assertThat(CuePlaylists.read(CuePlaylists.media("6", "#EXT-OATCLS-SCTE35:" + section, "6")))
                    .as("type %x", type)
                    .isEmpty();
        }
        for (int type : List.of(0x22, 0x30, 0x32, 0x34, 0x36, 0x44, 0x46)) {
            String section = CuePlaylists.signal(1, type, OptionalLong.of(30)).toBase64();
            assertThat(CuePlaylists.read(CuePlaylists.media("6", "#EXT-OATCLS-SCTE35:" + section, "6")))
                    .as("type %x", type)
                    .containsExactly("6 +30 #101");
        }
    }

    @Test
    void variables_of_a_break_are_url_decoded() {
        MediaPlaylist playlist = CuePlaylists.media(
                "6",
                "#EXT-X-CUE-OUT:12",
                "#EXT-X-ASSET:GENRE=CV,CAID=12345678,EPISODE=\"Episode%20Name%20Date\",caf%C3%A9=%zz+1",
                "6");
        SignalledBreak only = CueReader.withDefaults().read(playlist).breaks().get(0);
        assertThat(only.asset())
                .containsExactly(
                        Map.entry("GENRE", "CV"),
                        Map.entry("CAID", "12345678"),
                        Map.entry("EPISODE", "Episode Name Date"),
                        Map.entry("café", "%zz+1"));
        assertThat(CuePlaylists.dialects(only)).isEqualTo("EXT-X-CUE-OUT EXT-X-ASSET");
    }

    @Test
    void markers_before_and_behind_all_segments_count() {
        String text = "#EXTM3U\n#EXT-X-CUE-OUT:12\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:100\n";
        MediaPlaylist headed = (MediaPlaylist)
                PlaylistParser.lenient().parse((text + "#EXTINF:6,\na\n").getBytes(StandardCharsets.UTF_8));
        assertThat(CuePlaylists.read(headed)).containsExactly("0 +12 #100");
        assertThat(CuePlaylists.read(CuePlaylists.media("6", "6", "#EXT-X-CUE-OUT:12")))
                .containsExactly("12 +12");
        assertThat(CuePlaylists.read(CuePlaylists.media("#EXT-X-CUE-OUT:12", "6", "6", "#EXT-X-CUE-IN")))
                .containsExactly("0 +12 =12 #100");
        assertThat(CuePlaylists.read(CuePlaylists.media("#EXT-X-CUE-OUT:12"))).containsExactly("0 +12");
    }
}
