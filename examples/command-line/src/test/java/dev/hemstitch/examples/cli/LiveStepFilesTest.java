package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept beside the state of {@code live-step} is not needed for the video; what can be no file is refused at once. */
class LiveStepFilesTest {
    private static final String STALE = "the snapshot is older than the one before: what it shows is served\n";

    @TempDir
    private Path folder;

    private LiveViewer viewer = new LiveViewer(Path.of(""));

    private final LiveOrigin origin = new LiveOrigin("c", 6).cue(3, 5);

    @BeforeEach
    void makeViewer() throws IOException {
        viewer = new LiveViewer(folder);
        viewer.ad("ads/x.m3u8", "x", 6, 6);
        viewer.decide("{'breaks':{'*':{'ads':['ads/x.m3u8']}}}");
    }

    private Path makeFolder(String name) throws IOException {
        Files.deleteIfExists(viewer.file(name));
        return viewer.write(name + "/file", "");
    }

    // --- where the ads are

    @ParameterizedTest
    @ValueSource(strings = {"[", "[]", "", "\0", "null", "{\"slate\":"})
    void spoilt_places_of_ads_are_told_and_the_decisions_give_them_again(String spoilt) throws IOException {
        viewer.step("v", origin.snapshot(0, 4));
        viewer.write("state.json.ads.json", spoilt);
        Run run = viewer.run("v", origin.snapshot(0, 5));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("state.json.ads.json: is no JSON").hasLineCount(1);
        assertThat(viewer.listed("v")).isEqualTo("0/0 c0 c1 c2 | ads/x0 ads/x1");
        Files.delete(viewer.file("decisions.json"));
        assertThat(viewer.step("v", origin.snapshot(0, 6))).isEqualTo("0/0 c0 c1 c2 | ads/x0 ads/x1 | c5");
    }

    @Test
    void spoilt_places_of_ads_that_nobody_decides_again_end_the_break() throws IOException {
        viewer.step("v", origin.snapshot(0, 4));
        viewer.write("state.json.ads.json", "{");
        viewer.decide("{");
        Run first = viewer.run("v", origin.snapshot(0, 5));
        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).contains(": is no JSON\n", "decisions.json: is no JSON: ", ": AD_LOST ");
        assertThat(viewer.listed("v")).isEqualTo("0/0 c0 c1 c2 | ads/x0");
        assertThat(viewer.step("v", origin.snapshot(0, 6))).isEqualTo("4/1 | c4 c5");
    }

    @Test
    void one_spoilt_place_of_an_ad_leaves_the_others() throws IOException {
        viewer.ad("slate.m3u8", "s", 6);
        viewer.ad("ads/x.m3u8", "x", 6);
        viewer.decide("{'breaks':{'*':{'ads':['ads/x.m3u8']}},'slate':'slate.m3u8'}");
        viewer.step("v", origin.snapshot(0, 4));
        String kept = Files.readString(viewer.file("state.json.ads.json"));
        viewer.write("state.json.ads.json", kept.replace("slate.m3u8", "state.m3u8"));
        Run run = viewer.run("v", origin.snapshot(0, 5));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("state.json.ads.json: ad ", " is not what was kept there")
                .hasLineCount(1);
        assertThat(viewer.listed("v")).isEqualTo("0/0 c0 c1 c2 | ads/x0 | s0");
        assertThat(viewer.file("state.json.ads.json")).hasContent(kept);
    }

    @Test
    void a_folder_where_the_places_of_ads_are_kept_does_not_stop_the_video() throws IOException {
        makeFolder("state.json.ads.json");
        viewer.step("v", origin.snapshot(0, 4));
        Run run = viewer.run("v", origin.snapshot(0, 5));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("state.json.ads.json: cannot be read: ", "state.json.ads.json: cannot be written: ")
                .hasLineCount(2);
        assertThat(viewer.listed("v")).isEqualTo("0/0 c0 c1 c2 | ads/x0 ads/x1");
    }

    // --- what was served last

    @Test
    void a_folder_where_the_last_served_is_kept_does_not_stop_the_video() throws IOException {
        makeFolder("state.json.v.served");
        Run first = viewer.run("v", origin.snapshot(1, 4));
        assertThat(first.exitCode()).isZero();
        assertThat(first.err())
                .contains("state.json.v.served: cannot be written: ")
                .hasLineCount(1);
        assertThat(viewer.listed("v")).isEqualTo("1/0 c1 c2 | ads/x0");
        Run stale = viewer.run("v", origin.snapshot(0, 2));
        assertThat(stale.exitCode()).isZero();
        assertThat(stale.err())
                .contains("state.json.v.served: cannot be read: ")
                .endsWith(STALE)
                .hasLineCount(2);
        assertThat(viewer.step("v", origin.snapshot(1, 5))).isEqualTo("1/0 c1 c2 | ads/x0 ads/x1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "<html>\n", "#EXTM3U\nc0.ts\n"})
    void a_spoilt_file_of_the_last_served_is_not_served(String spoilt) throws IOException {
        viewer.step("v", origin.snapshot(0, 3));
        viewer.step("v", origin.snapshot(1, 4));
        viewer.write("state.json.v.served", spoilt);
        Run run = viewer.run("v", origin.snapshot(0, 3));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("state.json.v.served: is not what was kept there\n")
                .endsWith(STALE)
                .hasLineCount(2);
        assertThat(viewer.listed("v")).isEqualTo("1/0 c1 c2 | ads/x0");
    }

    @Test
    void half_a_file_of_the_last_served_is_not_served() throws IOException {
        viewer.step("v", origin.snapshot(0, 3));
        viewer.step("v", origin.snapshot(1, 4));
        String kept = Files.readString(viewer.file("state.json.v.served"));
        viewer.write("state.json.v.served", kept.substring(0, kept.length() - 20));
        assertThat(viewer.run("v", origin.snapshot(0, 3)).err()).contains("is not what was kept there\n");
        assertThat(viewer.listed("v")).isEqualTo("1/0 c1 c2 | ads/x0");
    }

    @Test
    void what_was_served_to_an_earlier_viewer_is_not_served_to_a_new_one() throws IOException {
        viewer.step("v", origin.snapshot(0, 3));
        Files.delete(viewer.file("state.json"));
        assertThat(viewer.run("v", origin.snapshot(0, 0)).err())
                .isEqualTo("the snapshot has no segments: what it shows is served\n");
        assertThat(viewer.text("v")).isEqualTo(origin.snapshot(0, 0));
    }

    // --- names that are too long

    private Run run(String state, String rendition) throws IOException {
        viewer.write("v-origin.m3u8", origin.snapshot(0, 4));
        return Run.of(
                "live-step",
                "--state",
                viewer.file(state).toString(),
                "--content",
                viewer.file("v-origin.m3u8").toString(),
                "--rendition",
                rendition,
                "--out",
                viewer.out("v").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"state.json", "new/folder/state.json"})
    void a_rendition_whose_name_is_too_long_for_a_file_is_refused_before_anything_is_written(String state)
            throws IOException {
        Run run = run(state, "v".repeat(250));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("--rendition: what is served of " + "v".repeat(40)
                        + "… can be kept in no file of that name beside the state: ");
        assertThat(viewer.names()).containsExactly("ads", "decisions.json", "v-origin.m3u8");
    }

    @Test
    void a_rendition_whose_name_is_too_long_leaves_the_state_as_it_is() throws IOException {
        viewer.step("v", origin.snapshot(0, 3));
        String before = Files.readString(viewer.file("state.json"));
        assertThat(run("state.json", "v".repeat(250)).exitCode()).isEqualTo(2);
        assertThat(viewer.file("state.json")).hasContent(before);
        assertThat(viewer.listed("v")).isEqualTo("0/0 c0 c1 c2");
    }

    @Test
    void a_state_whose_name_is_too_long_for_a_file_is_refused() throws IOException {
        Run run = run("s".repeat(250), "v");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("--state: ").contains(" can be no file: ");
        assertThat(viewer.names()).containsExactly("ads", "decisions.json", "v-origin.m3u8");
    }

    @Test
    void a_name_that_is_just_short_enough_for_a_file_is_taken() throws IOException {
        String longest = "v".repeat(255 - "state.json..served".length());
        Run run = run("state.json", longest);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("cannot be written");
        assertThat(viewer.names()).contains("state.json." + longest + ".served");
    }
}
