package dev.hemstitch.ads.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.reference.EffectiveByteRange;
import dev.hemstitch.core.reference.EffectiveKey;
import dev.hemstitch.core.reference.EffectiveMap;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.util.List;
import java.util.Optional;

/** What a segment is to a player, wherever it stands: what stitching must not change. */
record EffectiveTerms(
        String uri,
        Optional<EffectiveByteRange> byteRange,
        List<EffectiveKey> keys,
        Optional<EffectiveMap> map,
        Optional<String> duration,
        Optional<String> title,
        boolean gap) {
    static EffectiveTerms of(EffectiveSegment segment) {
        return new EffectiveTerms(
                segment.uri(),
                segment.byteRange(),
                segment.keys(),
                segment.map().map(EffectiveTerms::comparable),
                segment.durationText(),
                segment.title(),
                segment.gap());
    }

    /** Only AES-128 encrypts a map as a whole: what another method's IV is has no bearing on it. */
    private static EffectiveMap comparable(EffectiveMap map) {
        List<EffectiveKey> keys = map.keys().stream()
                .map(key -> key.method().equals("AES-128")
                        ? key
                        : new EffectiveKey(
                                key.method(), key.uri(), key.keyFormat(), key.keyFormatVersions(), Optional.empty()))
                .toList();
        return new EffectiveMap(map.uri(), map.byteRange(), keys);
    }

    static void assertSame(List<EffectiveSegment> actual, List<EffectiveSegment> expected, String what) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(of(actual.get(i))).as("%s, segment %d", what, i).isEqualTo(of(expected.get(i)));
            assertThat(actual.get(i).bitrate())
                    .as(what)
                    .isIn(Optional.empty(), expected.get(i).bitrate());
        }
    }
}
