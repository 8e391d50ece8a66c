package dev.hemstitch.core.reference;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A key in force for a segment or for a media initialization section.
 *
 * @param uri as written
 * @param keyFormat {@code identity} if the tag has none
 * @param keyFormatVersions {@code 1} if the tag has none
 * @param iv 32 capital hexadecimal digits without prefix; empty if there is none or it cannot be read
 */
public record EffectiveKey(
        String method, Optional<String> uri, String keyFormat, String keyFormatVersions, Optional<String> iv) {
    private static final Set<String> WITH_IMPLICIT_IV = Set.of("AES-128", "SAMPLE-AES");

    static EffectiveKey of(String method, ReferenceAttributes tag, ReferenceVariables variables) {
        return new EffectiveKey(
                method,
                tag.text("URI"),
                tag.text("KEYFORMAT").map(variables::replace).orElse("identity"),
                tag.text("KEYFORMATVERSIONS").map(variables::replace).orElse("1"),
                // An IV that cannot be read is kept as an empty text: it must not be taken for an implicit one.
                tag.text("IV")
                        .map(variables::replace)
                        .map(text -> ReferenceNumbers.initializationVector(text).orElse("")));
    }

    /** The key of the segment with this number, whose IV may be implied by the number. */
    EffectiveKey forSegment(BigInteger mediaSequence) {
        boolean implied = iv.isEmpty() && keyFormat.equals("identity") && WITH_IMPLICIT_IV.contains(method);
        return implied ? withIv(Optional.of(ReferenceNumbers.initializationVector(mediaSequence))) : forMap();
    }

    /** The key of a media initialization section, whose IV is never implied. */
    EffectiveKey forMap() {
        return withIv(iv.filter(digits -> !digits.isEmpty()));
    }

    private EffectiveKey withIv(Optional<String> effectiveIv) {
        return new EffectiveKey(method, uri, keyFormat, keyFormatVersions, effectiveIv);
    }

    EffectiveKey resolvedAgainst(String base, Map<String, String> variables) {
        Optional<String> absolute = uri.map(written -> ReferenceUris.resolve(base, written, variables));
        return new EffectiveKey(method, absolute, keyFormat, keyFormatVersions, iv);
    }
}
