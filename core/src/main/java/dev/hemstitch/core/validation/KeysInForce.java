package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.KeyMethod;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The EXT-X-KEY tags that apply where a playlist has been read to: of each KEYFORMAT the last one. Tags with a METHOD
 * that the specification does not know count for nothing, since clients ignore them. All takes the same time however
 * many formats there are.
 */
final class KeysInForce {
    private static final Set<KeyMethod> KNOWN =
            Set.of(KeyMethod.AES_128, KeyMethod.SAMPLE_AES, KeyMethod.SAMPLE_AES_CTR, KeyMethod.AES_256_GCM);

    private final Map<String, PlacedLine> byFormat = new LinkedHashMap<>();
    private final Map<String, PlacedLine> withIv = new LinkedHashMap<>();
    private final Map<KeyMethod, Map<String, PlacedLine>> byMethod = new HashMap<>();

    /** Reads a line; whether it changed what applies. */
    boolean read(PlacedLine line) {
        Optional<KeyMethod> method = line.is(HlsTag.KEY) ? line.get(Key.METHOD) : Optional.empty();
        if (method.filter(KeyMethod.NONE::equals).isPresent()) {
            byFormat.clear();
            withIv.clear();
            byMethod.values().forEach(Map::clear);
            return true;
        }
        if (method.filter(KNOWN::contains).isEmpty()) {
            return false;
        }
        String format = format(line);
        byFormat.remove(format);
        withIv.remove(format);
        byMethod.values().forEach(keys -> keys.remove(format));
        byFormat.put(format, line);
        byMethod.computeIfAbsent(method.get(), m -> new LinkedHashMap<>()).put(format, line);
        if (line.has(Key.IV)) {
            withIv.put(format, line);
        }
        return true;
    }

    private static String format(PlacedLine key) {
        return key.get(Key.KEYFORMAT).orElse("identity");
    }

    /** Whether a tag still applies. */
    boolean has(PlacedLine key) {
        return byFormat.get(format(key)) == key;
    }

    /** The first tag that applies. */
    Optional<PlacedLine> first() {
        return byFormat.values().stream().findFirst();
    }

    /** The first tag that applies and has a METHOD. */
    Optional<PlacedLine> first(KeyMethod method) {
        return byMethod.getOrDefault(method, Map.of()).values().stream().findFirst();
    }

    /** The first tag that applies and has an IV. */
    Optional<PlacedLine> firstWithIv() {
        return withIv.values().stream().findFirst();
    }
}
