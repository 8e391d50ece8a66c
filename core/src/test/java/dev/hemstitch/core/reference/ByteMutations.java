package dev.hemstitch.core.reference;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Damages playlists in the places where parsers break: at line ends, quotes, numbers, in the middle of tags. */
public final class ByteMutations {
    private static final List<String> NAMES = List.of(
            "#EXTM3U",
            "#EXTINF:",
            "#EXTINF:4,",
            "#EXT",
            "#EXT-X-",
            "#EXT-X-VERSION:",
            "#EXT-X-TARGETDURATION:",
            "#EXT-X-MEDIA-SEQUENCE:",
            "#EXT-X-DISCONTINUITY-SEQUENCE:",
            "#EXT-X-DISCONTINUITY",
            "#EXT-X-ENDLIST",
            "#EXT-X-KEY:METHOD=NONE",
            "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"",
            "#EXT-X-MAP:URI=\"i\"",
            "#EXT-X-BYTERANGE:",
            "#EXT-X-BYTERANGE:1",
            "#EXT-X-BITRATE:",
            "#EXT-X-GAP",
            "#EXT-X-PROGRAM-DATE-TIME:",
            "#EXT-X-PROGRAM-DATE-TIME:2024-02-30T25:61:61.5+99",
            "#EXT-X-DATERANGE:ID=\"x\"",
            "#EXT-X-PART:",
            "#EXT-X-SKIP:SKIPPED-SEGMENTS=",
            "#EXT-X-DEFINE:NAME=\"x\",VALUE=\"{$x}\"",
            "{$x}",
            "{$",
            "#EXT-X-STREAM-INF:",
            "#EXT-X-MEDIA:TYPE=AUDIO",
            "#EXT-X-CUE-OUT:",
            "METHOD=",
            "URI=",
            "IV=0x",
            "KEYFORMAT=",
            "BYTERANGE=",
            "DURATION=",
            "BANDWIDTH=",
            "START-DATE=",
            "SCTE35-OUT=0x",
            "X-A=");
    private static final List<String> VALUES = List.of(
            "18446744073709551615",
            "18446744073709551616",
            "9223372036854775808",
            "99999999999999999999",
            "4294967296",
            "00000000000000000000",
            "000000000000000000001",
            "-1",
            "+1",
            "1e5",
            "1.",
            ".",
            ".5",
            "1.2.3",
            "0.0000000001",
            "NaN",
            "Infinity",
            "0x",
            "0x0g",
            "@",
            "1@",
            "@1",
            "18446744073709551615@1",
            "1920x",
            "\"",
            "\"\"",
            "\"unclosed",
            ",",
            ",,",
            "=",
            ":",
            "#",
            " ",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\n\r",
            "\u0000",
            "\u000B",
            "\u000C",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u0661",
            "\uD83C\uDFAC",
            "NONE",
            "YES",
            "1970-01-01T00:00:00Z",
            "9".repeat(300),
            "0".repeat(5_000),
            "A=1,".repeat(500),
            "\n".repeat(200));

    private final SplittableRandom random;
    // One character for each byte, so that text methods can be used on what is not text.
    private String text;

    private ByteMutations(byte[] input, SplittableRandom random) {
        this.text = new String(input, StandardCharsets.ISO_8859_1);
        this.random = random;
    }

    /** A copy with one to eight things changed. */
    public static byte[] mutate(byte[] input, SplittableRandom random) {
        ByteMutations mutations = new ByteMutations(input, random);
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            mutations.change();
        }
        return mutations.text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void change() {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(14)) {
            case 0 -> replace(at, at + 1, flipped(at));
            case 1 -> replace(at, at + 1, Character.toString(random.nextInt(256)));
            case 2 -> replace(at, at + random.nextInt(1, 20), "");
            case 3 -> replace(at, at, text.substring(at, Math.min(text.length(), at + random.nextInt(1, 40))));
            case 4 -> replace(at, at, token());
            case 5 -> replace(random.nextInt(4) == 0 ? 0 : at, random.nextInt(4) == 0 ? at : text.length(), "");
            case 6 -> replace(at, at, bytesOf(pick("\n", "\r\n", "\r", "\n\n")));
            case 7 -> replace(lineEnd(at), lineEnd(at) + 1, "");
            case 8, 9 -> replaceValue(at);
            case 10 -> replace(lineEnd(at), lineEnd(at), token());
            default -> changeLines();
        }
    }

    private String flipped(int at) {
        return at == text.length() ? "" : Character.toString(text.charAt(at) ^ (1 << random.nextInt(8)));
    }

    private void replace(int start, int end, String replacement) {
        int last = Math.max(start, Math.min(end, text.length()));
        text = text.substring(0, Math.min(start, text.length())) + replacement + text.substring(last);
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /** Puts something else for a value: from the next colon, equals sign, at sign or comma to the one after it. */
    private void replaceValue(int at) {
        int start = at;
        while (start < text.length() && ":=@,".indexOf(text.charAt(start)) < 0) {
            start++;
        }
        int end = Math.min(text.length(), start + 1);
        while (end < text.length() && ":=@,\r\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        replace(Math.min(text.length(), start + 1), end, token());
    }

    private void changeLines() {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); start = lineEnd(start) + 1) {
            lines.add(text.substring(start, Math.min(text.length(), lineEnd(start) + 1)));
        }
        if (lines.isEmpty()) {
            return;
        }
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(other, lines.get(one));
            case 2 -> lines.add(other, lines.remove(one));
            default -> lines.set(one, lines.set(other, lines.get(one)));
        }
        text = String.join("", lines);
    }

    private String token() {
        List<String> dictionary = random.nextInt(3) == 0 ? NAMES : VALUES;
        return bytesOf(dictionary.get(random.nextInt(dictionary.size())));
    }

    private static String bytesOf(String token) {
        return new String(token.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
