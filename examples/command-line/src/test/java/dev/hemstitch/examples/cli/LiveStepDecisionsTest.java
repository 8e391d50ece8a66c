package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with its decisions, {@code live-step} serves the video and tells what is wrong. */
class LiveStepDecisionsTest {
    private static final String FIRST = "2026-02-19T14:54:18Z";
    private static final String SECOND = "2026-02-19T14:54:42Z";

    @TempDir
    private Path folder;

    private LiveViewer viewer = new LiveViewer(Path.of(""));

    private final LiveOrigin origin = new LiveOrigin("c", 6).cue(3, 5).cue(7, 9);

    @BeforeEach
    void makeViewer() throws IOException {
        viewer = new LiveViewer(folder);
        viewer.ad("ads/x.m3u8", "x", 6, 6);
        viewer.ad("ads/y.m3u8", "y", 4, 4, 4);
        viewer.ad("slate.m3u8", "s", 6);
    }

    /** A refresh that lists as much, and tells one thing of the decisions. */
    private void serves(String snapshot, String listed, String told) throws IOException {
        Run run = viewer.run("v", snapshot);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err().lines().filter(line -> line.contains("decisions.json: ")))
                .singleElement()
                .asString()
                .contains("decisions.json: " + told);
        assertThat(viewer.listed("v")).isEqualTo(listed);
        assertThat(viewer.names()).contains("state.json");
    }

    @Test
    void decisions_may_be_empty() throws IOException {
        for (String decisions : new String[] {
            "{}", "{'breaks':null,'slate':null}", "{'breaks':{}}", "{'breaks':{'*':null}}", "{'breaks':{'*':{}}}"
        }) {
            Files.deleteIfExists(viewer.file("state.json"));
            viewer.decide(decisions);
            assertThat(viewer.step("v", origin.snapshot(0, 4))).isEqualTo("0/0 c0 c1 c2 c3");
        }
    }

    // --- nothing of them can be used

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'breaks':{'*':         | is no JSON: line 1, column 16; this refresh goes without decisions
            <html>                  | is no JSON: line 1, column 1; this refresh goes without decisions
            {} {}                   | is no JSON: line 1, column 4; this refresh goes without decisions
            []                      | is no JSON object; this refresh goes without decisions
            null                    | is no JSON object; this refresh goes without decisions
            ` `                     | is no JSON object; this refresh goes without decisions
            """)
    void decisions_that_cannot_be_understood_leave_the_content(String decisions, String told) throws IOException {
        viewer.decide(decisions);
        serves(origin.snapshot(0, 4), "0/0 c0 c1 c2 c3", told);
        assertThat(viewer.text("v")).isEqualTo(origin.snapshot(0, 4));
    }

    @Test
    void decisions_that_are_missing_leave_the_content() throws IOException {
        Path missing = viewer.file("none.json");
        Run run = viewer.run("v", origin.snapshot(0, 3), "--decisions", missing.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .isEqualTo(missing + ": cannot be read: there is no such file; this refresh goes without decisions\n");
        assertThat(viewer.text("v")).isEqualTo(origin.snapshot(0, 3));
        assertThat(viewer.names()).contains("state.json");
    }

    @Test
    void decisions_that_are_a_folder_leave_the_content() throws IOException {
        Files.createDirectory(viewer.file("decisions.json"));
        serves(origin.snapshot(0, 4), "0/0 c0 c1 c2 c3", "cannot be read: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[", "http://", "file:///%00", "\0"})
    void decisions_at_a_place_that_is_none_leave_the_content(String place) throws IOException {
        Run run = viewer.run("v", origin.snapshot(0, 3), "--decisions", place);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains(": cannot be read: ").hasLineCount(1);
        assertThat(viewer.listed("v")).isEqualTo("0/0 c0 c1 c2");
    }

    @Test
    void ads_that_play_go_on_without_decisions() throws IOException {
        viewer.decide("{'breaks':{'*':{'ads':['ads/x.m3u8']}}}");
        viewer.step("v", origin.snapshot(0, 4));
        viewer.decide("{'breaks':");
        serves(origin.snapshot(0, 5), "0/0 c0 c1 c2 | ads/x0 ads/x1", "is no JSON");
        viewer.decide("[]");
        serves(origin.snapshot(0, 6), "0/0 c0 c1 c2 | ads/x0 ads/x1 | c5", "is no JSON object");
        assertThat(viewer.step("w", origin.snapshot(0, 6))).isEqualTo("0/0 c0 c1 c2 | ads/x0 ads/x1 | c5");
    }

    @Test
    void the_slate_of_the_session_plays_on_and_fills_the_next_break_without_decisions() throws IOException {
        viewer.decide("{'breaks':{'*':{}},'slate':'slate.m3u8'}");
        viewer.step("v", origin.snapshot(0, 4));
        viewer.decide("{'breaks':");
        serves(origin.snapshot(0, 5), "0/0 c0 c1 c2 | s0 | s0", "is no JSON");
        serves(origin.snapshot(4, 10), "4/1 | s0 | c5 c6 | s0 | s0 | c9", "is no JSON");
    }

    @Test
    void the_next_break_is_decided_when_decisions_can_be_read_again() throws IOException {
        viewer.decide("{'breaks':");
        serves(origin.snapshot(0, 6), "0/0 c0 c1 c2 c3 c4 c5", "is no JSON");
        viewer.decide("{'breaks':{'*':{'ads':['ads/x.m3u8']}}}");
        assertThat(viewer.step("v", origin.snapshot(3, 10))).isEqualTo("3/0 c3 c4 c5 c6 | ads/x0 ads/x1 | c9");
    }

    // --- one entry cannot be used

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'x.m3u8'                                       | has no list of ads; it counts as one without a decision
            []                                             | has no list of ads; it counts as one without a decision
            {'ads':{'playlist':'ads/x.m3u8'}}              | has no list of ads; it counts as one without a decision
            {'ads':[{}]}                                   | an ad names no playlist; it is left out
            {'ads':[null]}                                 | an ad names no playlist; it is left out
            {'ads':[{'playlist':7}]}                       | an ad names no playlist; it is left out
            {'ads':['']}                                   | an ad names no playlist; it is left out
            {'ads':[{'renditions':{'v':7}}]}               | an ad names no playlist; it is left out
            {'ads':[{'playlist':'ads/x.m3u8','renditions':['v']}]} | an ad's renditions are no playlists by the renditions' names; it is left out
            """)
    void a_break_that_cannot_be_understood_leaves_the_other_breaks_and_the_slate(String bad, String told)
            throws IOException {
        viewer.decide("{'breaks':{'" + FIRST + "':" + bad + ",'" + SECOND
                + "':{'ads':['ads/y.m3u8']}},'slate':'slate.m3u8'}");
        String place = "break " + FIRST + ": ";
        serves(origin.snapshot(0, 4), "0/0 c0 c1 c2 | s0", place + told);
        serves(origin.snapshot(0, 10), "0/0 c0 c1 c2 | s0 | s0 | c5 c6 | ads/y0 ads/y1 ads/y2 | c9", place + told);
    }

    @Test
    void an_ad_that_cannot_be_understood_leaves_the_others_of_its_break() throws IOException {
        viewer.decide("{'breaks':{'*':{'ads':[{},'ads/x.m3u8']}}}");
        serves(origin.snapshot(0, 4), "0/0 c0 c1 c2 | ads/x0", "break *: an ad names no playlist; it is left out");
    }

    @Test
    void a_break_that_cannot_be_understood_is_none_of_all_others() throws IOException {
        viewer.decide("{'breaks':{'*':{'ads':['ads/x.m3u8']},'" + FIRST + "':7}}");
        Run run = viewer.run("v", origin.snapshot(0, 4));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("break " + FIRST + ": has no list of ads", FIRST + ": NO_DECISION ");
        assertThat(viewer.step("v", origin.snapshot(0, 10))).isEqualTo("0/0 c0 c1 c2 c3 c4 c5 c6 | ads/x0 ads/x1 | c9");
    }

    @Test
    void a_pre_roll_that_cannot_be_understood_shows_content_and_leaves_the_post_roll() throws IOException {
        viewer.decide("{'breaks':{'preroll':[],'postroll':{'ads':['ads/x.m3u8']}}}");
        serves(
                origin.snapshot(10, 13) + "#EXT-X-ENDLIST\n",
                "10/0 c10 c11 c12 | ads/x0 ads/x1",
                "break preroll: has no list of ads");
    }

    @Test
    void a_slate_that_cannot_be_understood_leaves_the_ads() throws IOException {
        viewer.decide("{'breaks':{'*':{'ads':['ads/x.m3u8']}},'slate':[]}");
        serves(
                origin.snapshot(0, 6),
                "0/0 c0 c1 c2 | ads/x0 ads/x1 | c5",
                "slate: an ad names no playlist; it is left out");
    }

    @Test
    void breaks_that_cannot_be_understood_leave_the_slate() throws IOException {
        viewer.decide("{'breaks':[],'slate':'slate.m3u8'}");
        serves(
                origin.snapshot(0, 4),
                "0/0 c0 c1 c2 | s0",
                "breaks: is no object of breaks by their ids; they are left out");
    }

    @Test
    void what_is_told_is_one_line_whatever_is_in_the_file() throws IOException {
        viewer.decide("{'breaks':{'a\\nbreak b\\u001b[2J':7}}");
        Run run = viewer.run("v", origin.snapshot(0, 3));
        assertThat(run.err())
                .contains("break a break b [2J: has no list of ads")
                .hasLineCount(1);
    }
}
