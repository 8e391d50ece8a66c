package dev.hemstitch.core.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A media initialization section in force.
 *
 * @param uri as written
 * @param byteRange its offset is 0 if the tag has none, as RFC 8216 had it
 * @param keys the keys in force where the tag stands, by KEYFORMAT
 */
public record EffectiveMap(String uri, Optional<EffectiveByteRange> byteRange, List<EffectiveKey> keys) {
    public EffectiveMap {
        keys = List.copyOf(keys);
    }

    EffectiveMap resolvedAgainst(String base, Map<String, String> variables) {
        List<EffectiveKey> absolute =
                keys.stream().map(key -> key.resolvedAgainst(base, variables)).toList();
        return new EffectiveMap(ReferenceUris.resolve(base, uri, variables), byteRange, absolute);
    }
}
