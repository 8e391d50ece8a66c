package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SteeringRulesTest {
    private static final String STEERING = "#EXT-X-CONTENT-STEERING:SERVER-URI=\"/s\"";

    private static String variant(String attributes) {
        return "#EXT-X-STREAM-INF:BANDWIDTH=1" + attributes;
    }

    private static List<String> differ(String... lines) {
        return MultivariantFindings.linesOf("PATHWAYS_DIFFER", lines);
    }

    @Test
    void a_variant_without_pathway_is_of_the_pathway_of_a_point() {
        assertThat(MultivariantFindings.linesOf("UNKNOWN_PATHWAY", STEERING + ",PATHWAY-ID=\".\"", variant(""), "a"))
                .isEmpty();
        assertThat(MultivariantFindings.linesOf("UNKNOWN_PATHWAY", STEERING + ",PATHWAY-ID=\"A\"", variant(""), "a"))
                .containsExactly("1");
    }

    @Test
    void pathways_without_steering_or_without_stable_ids_may_differ() {
        String a = variant(",PATHWAY-ID=\"A\"");
        String b = variant(",PATHWAY-ID=\"B\"");
        assertThat(differ(variant(",PATHWAY-ID=\"A\",STABLE-VARIANT-ID=\"1\""), "a", b, "b"))
                .isEmpty();
        assertThat(differ(STEERING, a, "a", a, "a2", b, "b")).isEmpty();
    }

    @Test
    void a_stable_id_on_one_pathway_alone_is_told_and_a_variant_without_one_too() {
        assertThat(differ(
                        STEERING,
                        variant(",PATHWAY-ID=\"A\",STABLE-VARIANT-ID=\"1\""),
                        "a1",
                        variant(",PATHWAY-ID=\"A\",STABLE-VARIANT-ID=\"2\""),
                        "a2",
                        variant(",PATHWAY-ID=\"B\",STABLE-VARIANT-ID=\"1\""),
                        "b1",
                        variant(",PATHWAY-ID=\"C\",STABLE-VARIANT-ID=\"2\""),
                        "c2",
                        variant(",PATHWAY-ID=\"C\",STABLE-VARIANT-ID=\"1\""),
                        "c1",
                        variant(",PATHWAY-ID=\"C\",STABLE-VARIANT-ID=\"3\""),
                        "c3",
                        variant(",PATHWAY-ID=\"C\""),
                        "c4"))
                .containsExactly("6", "12", "14");
    }

    @Test
    void pathways_may_share_a_group_and_renditions_without_uri_need_no_stable_id() {
        assertThat(differ(
                        STEERING,
                        "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"g\",NAME=\"n\",URI=\"g.m3u8\",STABLE-RENDITION-ID=\"r\"",
                        "#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID=\"cc\",NAME=\"n\",INSTREAM-ID=\"CC1\"",
                        variant(",PATHWAY-ID=\"A\",AUDIO=\"g\",CLOSED-CAPTIONS=\"cc\""),
                        "a",
                        variant(",PATHWAY-ID=\"B\",AUDIO=\"g\",CLOSED-CAPTIONS=\"cc\""),
                        "b"))
                .isEmpty();
    }

    @Test
    void thousands_of_pathways_with_one_large_group_take_no_long_time() {
        StringBuilder lines = new StringBuilder(STEERING).append('\n');
        for (int i = 0; i < 5_000; i++) {
            lines.append(
                    "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"g\",NAME=\"" + i + "\",STABLE-RENDITION-ID=\"" + i + "\"\n");
            lines.append(variant(",PATHWAY-ID=\"" + i + "\",AUDIO=\"g\"")).append("\na\n");
        }
        assertThat(differ(lines.toString())).isEmpty();
    }
}
