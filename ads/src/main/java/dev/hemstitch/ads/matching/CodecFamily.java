package dev.hemstitch.ads.matching;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Codecs that one decoder takes over from another without being set up anew, by the sample entry names of RFC 6381.
 */
public final class CodecFamily {
    private static final Set<String> AUDIO =
            Set.of("aac", "mp3", "ac-3", "ec-3", "ac-4", "opus", "flac", "alac", "dts", "mha", "iamf");
    private static final Set<String> TEXT = Set.of("wvtt", "stpp");

    private CodecFamily() {}

    /**
     * The family of a codec.
     *
     * @param codec an entry of CODECS, such as {@code avc1.4d401f}
     * @return its family, such as {@code avc}; of an unknown codec the part before the first point
     */
    public static String of(String codec) {
        String name = codec.toLowerCase(Locale.ROOT);
        int point = name.indexOf('.');
        String entry = point < 0 ? name : name.substring(0, point);
        return switch (entry) {
            case "avc1", "avc2", "avc3", "avc4" -> "avc";
            case "hvc1", "hev1" -> "hevc";
            case "dvh1", "dvhe" -> "dolby-vision";
            case "av01" -> "av1";
            case "vp08" -> "vp8";
            case "vp09" -> "vp9";
            case "mp4a" -> isMp3(name) ? "mp3" : "aac";
            case "dtsc", "dtse", "dtsx" -> "dts";
            case "mha1", "mhm1" -> "mha";
            default -> entry;
        };
    }

    private static boolean isMp3(String codec) {
        return codec.equals("mp4a.40.34") || codec.equals("mp4a.69") || codec.equals("mp4a.6b");
    }

    /** The video families among codecs, in alphabetic order. */
    static Set<String> video(Collection<String> codecs) {
        Set<String> families = all(codecs);
        families.removeAll(AUDIO);
        families.removeAll(TEXT);
        return families;
    }

    /** The audio families among codecs, in alphabetic order. */
    static Set<String> audio(Collection<String> codecs) {
        Set<String> families = all(codecs);
        families.retainAll(AUDIO);
        return families;
    }

    private static Set<String> all(Collection<String> codecs) {
        Set<String> families = new TreeSet<>();
        List.copyOf(codecs).forEach(codec -> families.add(of(codec)));
        return families;
    }
}
