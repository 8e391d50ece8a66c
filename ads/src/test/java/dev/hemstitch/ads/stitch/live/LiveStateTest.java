package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveStateTest {
    private static final int STATES = 2_000;

    /** As it was stored by the first version. */
    private static final String VERSION_1 =
            "{\"v\":1,\"s\":[1767225600000000,0,6,4,2,5,0,1],\"r\":[[\"a\",95,1234,174000000,4,11,77,0,1,11,96,-20000,0,0],"
                    + "[\"v\",19,99,174000000,4,3,1048575,0,2,4,22,-1000000,6000000,0]],\"b\":[[\"7\",84000000,24000000,"
                    + "[\"x\",\"y\"],3,3,2,24020000,24000000,1,[0,42,12,10,20000,24000000,1,14,4,5,0,24000000]],"
                    + "[\"\",120000000,0,[],2,5,0,0,0,-3,[1,0,0,0,0,0]],[\"late\",150000000,30000000,[],0,0,0,0,0,0,[]]]}";

    @Test
    void a_state_comes_back_from_its_text_as_it_was() {
        RandomStates states = new RandomStates(1);
        for (int i = 0; i < STATES; i++) {
            LiveState state = states.next();
            LiveState back = LiveState.fromJson(state.toJson());
            assertThat(back).isEqualTo(state).hasSameHashCodeAs(state);
            assertThat(back.toJson()).isEqualTo(state.toJson()).doesNotContain("\n");
        }
        assertThat(LiveState.fromJson(LiveState.NEW.toJson())).isEqualTo(LiveState.NEW);
    }

    @Test
    void what_was_listed_last_is_told_of_each_rendition_that_was_asked_for() {
        LiveState state = LiveState.fromJson(VERSION_1);
        assertThat(state.lastPublished("a")).hasValue(96);
        assertThat(state.lastPublished("v")).hasValue(22);
        assertThat(state.lastPublished("other")).isEmpty();
    }

    @Test
    void what_the_first_version_stored_is_still_read_and_written_alike() {
        LiveState state = LiveState.fromJson(VERSION_1);
        assertThat(state.toJson()).isEqualTo(VERSION_1);
        assertThat(state.session())
                .isEqualTo(new LiveState.Session(1_767_225_600_000_000L, 0, 6, 4, 2, 5, 0, true, false));
        assertThat(state.renditions()).containsOnlyKeys("a", "v");
        assertThat(state.rendition("v"))
                .isEqualTo(new RenditionState(
                        19,
                        99,
                        174_000_000,
                        4,
                        16,
                        1_048_575,
                        0,
                        2,
                        18,
                        22,
                        -1_000_000,
                        6_000_000,
                        0,
                        0,
                        false,
                        Alignment.own("v"),
                        Alignment.Change.NONE,
                        0,
                        0));
        TreeMap<String, LiveBreak.Cut> cuts = new TreeMap<>();
        cuts.put("a", new LiveBreak.Cut(42, 12, 10, 20_000, 24_000_000));
        cuts.put("v", new LiveBreak.Cut(14, 4, 5, 0, 24_000_000));
        assertThat(state.breaks().get(0))
                .isEqualTo(new LiveBreak(
                        "7",
                        84_000_000,
                        24_000_000,
                        List.of("x", "y"),
                        true,
                        true,
                        false,
                        3,
                        2,
                        24_020_000,
                        24_000_000,
                        1,
                        cuts));
        assertThat(state.breaks().get(1).isRestart()).isTrue();
        assertThat(state.breaks().get(2).hasAds()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "[]",
                "{}",
                "{\"v\":1}",
                "{\"v\":0,\"s\":[0,0,0,0,0,0,0,0],\"r\":[],\"b\":[]}",
                "{\"v\":2,\"s\":[0,0,0,0,0,0,0,0],\"r\":[],\"b\":[]}",
                "{\"v\":1,\"s\":[0,0,0,0,0,0,0],\"r\":[],\"b\":[]}",
                "{\"v\":1,\"s\":[0,0,0,0,0,0,0,1.5],\"r\":[],\"b\":[]}",
                "{\"v\":1,\"s\":[0,0,0,0,0,0,0,\"0\"],\"r\":[],\"b\":[]}",
                "{\"v\":1,\"s\":{\"a\":0},\"r\":[],\"b\":[]}",
                "{\"v\":1,\"s\":[0,0,0,0,0,0,0,0],\"r\":[[1]],\"b\":[]}",
                "{\"v\":1,\"s\":[0,0,0,0,0,0,0,0],\"r\":[[\"v\",1]],\"b\":[]}",
                "{\"v\":1,\"s\":[0,0,0,0,0,0,0,0],\"r\":[\"v\"],\"b\":[]}",
                "{\"v\":1,\"s\":[0,0,0,0,0,0,0,0],\"r\":[],\"b\":[[\"7\"]]}",
                "{\"v\":1,\"s\":[0,0,0,0,0,0,0,0],\"r\":[],\"b\":[null]}",
                "{\"v\":1,\"s\":[0,0,0,0,0,0,0,0],\"r\":[],\"b\":[[\"7\",0,0,[],0,0,0,0,0,0,[0,1,2,3,4,5]]]}",
                "{\"v\":1,\"s\":[0,0,0,0,0,0,0,0],\"r\":[],\"b\":[[\"7\",0,0,[],0,0,0,0,0,0,[-1,1,2,3,4,5]]]}",
                "<xml/>",
                "{\"v\":1,\"s\":[0,0,0,0,0,0,0,0],\"r\":[],\"b\":[]",
                "{\"v\":1,\"s\":[0,0,0,0,0,0,0,0],\"r\":[],\"b\":[]} and more",
                "{\"v\":1,\"s\":[9999999999999999999,0,0,0,0,0,0,0],\"r\":[],\"b\":[]}"
            })
    void what_is_no_state_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> LiveState.fromJson(text));
    }

    @Test
    void depth_and_length_of_hostile_texts_do_no_harm() {
        List<String> texts = new ArrayList<>();
        texts.add("[".repeat(100_000));
        texts.add("{\"v\":1,\"s\":" + "[".repeat(100_000));
        texts.add("{\"v\":1" + "0".repeat(100_000) + "}");
        texts.add("{\"v\":1,\"s\":[" + "9".repeat(100_000) + ",0,0,0,0,0,0],\"r\":[],\"b\":[]}");
        texts.add("\"" + "x".repeat(1_000_000));
        assertThat(texts)
                .allSatisfy(text -> assertThatIllegalArgumentException().isThrownBy(() -> LiveState.fromJson(text)));
    }

    @Test
    void spoilt_texts_are_refused_or_read_and_nothing_else_happens() {
        Random random = new Random(2);
        String alphabet = "0123456789-,[]{}\":vsrb.e \\u\u0000";
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(VERSION_1);
            for (int edits = 1 + random.nextInt(4); edits > 0 && text.length() > 1; edits--) {
                int place = random.nextInt(text.length());
                char other = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(place, other);
                    case 1 -> text.deleteCharAt(place);
                    case 2 -> text.insert(place, other);
                    default -> text.setLength(Math.max(1, place));
                }
            }
            try {
                LiveState read = LiveState.fromJson(text.toString());
                assertThat(LiveState.fromJson(read.toJson())).isEqualTo(read);
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10_000, 19_900);
    }
}
