package dev.hemstitch.ads.scte35;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sections from public documents and the tests of other projects, with the values that were published for them. The files
 * name the source of each.
 */
class PublishedVectorsTest {
    static List<Vector> published() {
        return Vector.published();
    }

    static List<Vector> all() {
        return Vector.all();
    }

    @Test
    void there_are_at_least_45_with_values_and_none_twice() {
        assertThat(published()).hasSizeGreaterThanOrEqualTo(45).allSatisfy(vector -> {
            assertThat(vector.values()).isNotEmpty();
            assertThat(vector.source()).isNotEmpty();
        });
        assertThat(all()).extracting(vector -> Bytes.of(vector.bytes())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("published")
    void means_what_was_published(Vector vector) {
        Map<String, String> read = Fields.of(SpliceInfoSection.parse(vector.text()));
        assertThat(vector.values().keySet().stream()
                        .collect(Collectors.toMap(key -> key, key -> read.getOrDefault(key, "no such field"))))
                .isEqualTo(vector.values());
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_written_bit_for_bit(Vector vector) {
        SpliceInfoSection section = SpliceInfoSection.parse(vector.text());
        assertThat(section.toBytes()).isEqualTo(vector.bytes());
        assertThat(SpliceInfoSection.parse(section.toBase64())).isEqualTo(section);
        assertThat(SpliceInfoSection.parse(section.toHex())).isEqualTo(section).hasSameHashCodeAs(section);
        assertThat(section.toBuilder().build().toBytes()).isEqualTo(vector.bytes());
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_part_survives_its_own_builder(Vector vector) {
        SpliceInfoSection section = SpliceInfoSection.parse(vector.text());
        SpliceInfoSection.Builder rebuilt = section.toBuilder()
                .descriptors(section.descriptors().stream()
                        .map(d -> d instanceof SegmentationDescriptor s
                                ? s.toBuilder().build()
                                : d)
                        .toList());
        if (section.spliceCommand() instanceof SpliceInsert insert) {
            rebuilt.spliceCommand(insert.toBuilder().build());
        }
        assertThat(rebuilt.build()).isEqualTo(section);
    }
}
