package dev.hemstitch.ads.simulator;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys in force, one for each KEYFORMAT, as written. Immutable. */
final class KeySet {
    static final KeySet NONE = new KeySet(new TreeMap<>());

    private record Key(String method, String uri, String iv, String versions) {}

    private final SortedMap<String, Key> keys;
    private final boolean implicit;
    private final String written;

    private KeySet(SortedMap<String, Key> keys) {
        this.keys = keys;
        boolean counts = false;
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, Key> entry : keys.entrySet()) {
            Key key = entry.getValue();
            counts |= key.iv.isEmpty() && countsAsIv(entry.getKey(), key.method);
            text.append(Keys.line(key.method, key.uri, key.iv, entry.getKey(), key.versions));
        }
        this.implicit = counts;
        this.written = text.toString();
    }

    /** RFC 8216bis, 5.2: without IV, the Media Sequence Number is it. */
    private static boolean countsAsIv(String keyFormat, String method) {
        return keyFormat.equals("identity") && (method.equals("AES-128") || method.equals("SAMPLE-AES"));
    }

    /** These keys and what an EXT-X-KEY tag changes. */
    KeySet with(Map<String, String> attributes, String base) {
        String method = attributes.getOrDefault("METHOD", "");
        if (method.equals("NONE")) {
            return NONE;
        }
        TreeMap<String, Key> next = new TreeMap<>(keys);
        String iv = attributes.getOrDefault("IV", "");
        if (!iv.isEmpty()) {
            String digits = iv.substring(2).toUpperCase(Locale.ROOT);
            iv = "0x" + "0".repeat(Math.max(0, 32 - digits.length())) + digits;
        }
        Key key = new Key(
                method,
                Uris.resolve(base, attributes.getOrDefault("URI", "")),
                iv,
                attributes.getOrDefault("KEYFORMATVERSIONS", "1"));
        next.put(attributes.getOrDefault("KEYFORMAT", "identity"), key);
        KeySet set = new KeySet(next);
        return set.equals(this) ? this : set;
    }

    /** The keys with the IVs that they have for a segment. */
    String effective(long mediaSequence) {
        if (!implicit) {
            return written;
        }
        StringBuilder text = new StringBuilder();
        keys.forEach((format, key) -> {
            boolean counts = key.iv.isEmpty() && countsAsIv(format, key.method);
            String iv = counts ? String.format(Locale.ROOT, "0x%032X", mediaSequence) : key.iv;
            text.append(Keys.line(key.method, key.uri, iv, format, key.versions));
        });
        return text.toString();
    }

    /** The EXT-X-VERSION that the attributes need. */
    int version() {
        int version = 1;
        for (Map.Entry<String, Key> entry : keys.entrySet()) {
            Key key = entry.getValue();
            if (!entry.getKey().equals("identity") || key.method.startsWith("SAMPLE-AES")) {
                return 5;
            }
            version = key.iv.isEmpty() ? version : 2;
        }
        return version;
    }

    boolean isImplicit() {
        return implicit;
    }

    boolean encryptsMaps() {
        return keys.values().stream().anyMatch(key -> key.method.equals("AES-128"));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof KeySet other && written.equals(other.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written.isEmpty() ? "no keys" : written.strip();
    }
}
