package dev.hemstitch.core.coverage;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeType;
import java.util.Map;

/**
 * Values for an attribute as they are written: two that mean different things, and one that is none.
 *
 * @param one a value
 * @param other another value
 * @param broken what is no value
 */
record Sample(String one, String other, String broken) {
    private static final Map<String, Sample> BY_NAME = Map.ofEntries(
            words("EXT-X-KEY METHOD", "AES-128", "SAMPLE-AES"),
            words("EXT-X-SESSION-KEY METHOD", "AES-128", "SAMPLE-AES"),
            words("EXT-X-MEDIA TYPE", "AUDIO", "VIDEO"),
            words("EXT-X-PRELOAD-HINT TYPE", "PART", "MAP"),
            words("EXT-X-SESSION-DATA FORMAT", "JSON", "RAW"),
            words("HDCP-LEVEL", "TYPE-0", "TYPE-1"),
            words("VIDEO-RANGE", "PQ", "HLG"),
            strings("EXT-X-DEFINE NAME", "a", "b"),
            strings("EXT-X-DEFINE IMPORT", "a", "b"),
            strings("EXT-X-DEFINE QUERYPARAM", "a", "b"),
            strings("START-DATE", "2026-05-01T12:00:00.000Z", "2026-05-01T12:00:01.000Z"),
            strings("END-DATE", "2026-05-01T12:00:09.000Z", "2026-05-01T12:00:10.000Z"),
            strings("CUE", "PRE", "POST"),
            strings("EXT-X-MAP BYTERANGE", "100@0", "200@0"),
            strings("EXT-X-PART BYTERANGE", "100@0", "200@0"),
            strings("KEYFORMATVERSIONS", "1/2", "3"),
            strings("CODECS", "avc1.4d401f", "hvc1.2.4.L123.B0"),
            strings("SUPPLEMENTAL-CODECS", "dvh1.08.07/db4h", "dvh1.08.06/db4h"),
            strings("ALLOWED-CPC", "com.example.drm:HW", "com.example.drm:SW"),
            strings("REQ-VIDEO-LAYOUT", "CH-STEREO", "CH-STEREO/PROJ-EQUI"),
            strings("CHANNELS", "2", "6"),
            strings("INSTREAM-ID", "CC1", "CC2"),
            strings("LANGUAGE", "en", "de"),
            strings("ASSOC-LANGUAGE", "en", "de"),
            Map.entry("CLOSED-CAPTIONS", new Sample("\"cc\"", "NONE", "\"\"")),
            Map.entry("EXT-X-SKIP SKIPPED-SEGMENTS", new Sample("3", "4", "x")),
            Map.entry("IV", new Sample(iv(1), iv(2), "0xG")));

    private static Map.Entry<String, Sample> words(String name, String one, String other) {
        return Map.entry(name, new Sample(one, other, '"' + one + '"'));
    }

    private static Map.Entry<String, Sample> strings(String name, String one, String other) {
        return Map.entry(name, new Sample('"' + one + '"', '"' + other + '"', one));
    }

    private static String iv(int number) {
        return "0x0000000000000000000000000000000" + number;
    }

    static Sample of(HlsTag tag, Attribute<?> attribute) {
        Sample byName = BY_NAME.getOrDefault(tag.tagName() + " " + attribute.name(), BY_NAME.get(attribute.name()));
        return byName != null ? byName : byType(attribute.type());
    }

    private static Sample byType(AttributeType type) {
        return switch (type) {
            case DECIMAL_INTEGER -> new Sample("1000", "2000", "1.5");
            case HEXADECIMAL_SEQUENCE -> new Sample("0xFC30", "0xFC31", "0xXY");
            case DECIMAL_FLOATING_POINT -> new Sample("1.5", "2.5", "1e2");
            case SIGNED_DECIMAL_FLOATING_POINT -> new Sample("-1.5", "2.5", "+1.5");
            case QUOTED_STRING, ENUMERATED_STRING_LIST -> new Sample("\"one\"", "\"other\"", "one");
            case ENUMERATED_STRING -> new Sample("YES", "NO", "\"YES\"");
            case DECIMAL_RESOLUTION -> new Sample("1280x720", "1920x1080", "1280X720");
            case QUOTED_OR_ENUMERATED, ANY -> throw new IllegalArgumentException("needs a sample of its own");
        };
    }
}
