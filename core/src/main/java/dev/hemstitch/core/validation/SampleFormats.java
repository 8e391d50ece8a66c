package dev.hemstitch.core.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The media formats that CODECS names, as far as rules need to know them (RFC 6381, the sample entries of MP4). */
final class SampleFormats {
    /** Formats of video by their families: what enhances a format stands beside it. */
    private static final List<Set<String>> VIDEO = List.of(
            Set.of("avc1", "avc2", "avc3", "avc4", "dva1", "dvav", "svc1", "svc2", "mvc1", "mvc2"),
            Set.of("hvc1", "hev1", "hvc2", "hev2", "hvc3", "hev3", "dvh1", "dvhe", "lhv1", "lhe1"),
            Set.of("av01", "dav1"),
            Set.of("vvc1", "vvi1", "vvs1", "dvc1", "dvi1"),
            Set.of("vp08"),
            Set.of("vp09"),
            Set.of("mp4v"),
            Set.of("mjpg", "jpeg"));

    private static final Set<String> AUDIO = Set.of(
            "mp4a", "ac-3", "ec-3", "ac-4", "alac", "fLaC", "flac", "Opus", "opus", "dtsc", "dtse", "dtsh", "dtsl",
            "dtsx", "dtsy", "mha1", "mha2", "mhm1", "mhm2", "apac", "iamf");

    private static final Map<String, Set<String>> FAMILIES = new HashMap<>();

    static {
        VIDEO.forEach(family -> family.forEach(name -> FAMILIES.put(name, family)));
    }

    private SampleFormats() {}

    /** What stands before the first point. */
    static String name(String format) {
        int point = format.indexOf('.');
        return point < 0 ? format : format.substring(0, point);
    }

    static boolean isVideo(String format) {
        return FAMILIES.containsKey(name(format));
    }

    static boolean isAudio(String format) {
        return AUDIO.contains(name(format));
    }

    /** The names of a video format and of those that are layers of it; nothing of an unknown one. */
    static Optional<Set<String>> family(String format) {
        return Optional.ofNullable(FAMILIES.get(name(format)));
    }

    /** Whether it looks like RFC 6381: four characters, then more behind points. */
    static boolean isFormat(String format) {
        return name(format).length() == 4
                && AttributeTexts.fields(format, '.').stream()
                        .allMatch(field -> AttributeTexts.consistsOf(field, SampleFormats::isToken));
    }

    /** Whether it looks like a brand of an MP4 file. */
    static boolean isBrand(String brand) {
        return brand.length() == 4 && AttributeTexts.consistsOf(brand, c -> c > ' ' && c < 0x7f);
    }

    private static boolean isToken(int c) {
        return c > ' ' && c < 0x7f && "()<>@,;:\\\"/[]?=".indexOf(c) < 0;
    }
}
