package dev.hemstitch.ads.samples;

import dev.hemstitch.ads.samples.ReferencePresentation.Kind;
import dev.hemstitch.ads.samples.ReferencePresentation.Rendition;
import dev.hemstitch.core.reference.EffectiveKey;
import dev.hemstitch.core.reference.EffectiveSegment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A live channel made of a sample content: it plays 32 seconds of it again and again, with a discontinuity before each round, two
 * breaks, and a window that slides. Where the sample is encrypted each segment is encrypted anew, since the initialization
 * vector is its number.
 */
final class LiveContent {
    /** The number of the first segment. */
    static final int FIRST_NUMBER = 100;

    /** How many segments there are. */
    static final int SEGMENTS = 28;

    /** So many segments are played again and again. */
    static final int LOOP = 8;

    private static final int WINDOW = 6;
    private static final int[] MOVES = {1, 0, 2, 1, 1};
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** The index of the first segment of each break, and how many it has. */
    static final Map<Integer, Integer> BREAKS = Map.of(5, 7, 18, 4);

    private final SampleKind kind;
    private final ReferencePresentation sample;

    LiveContent(SampleKind kind, ReferencePresentation sample) {
        this.kind = kind;
        this.sample = sample;
        if (kind == SampleKind.AES128) {
            renditions().forEach(this::encrypt);
        }
    }

    /** The renditions with pictures or sound. */
    List<Rendition> renditions() {
        return sample.renditions().stream()
                .filter(rendition -> rendition.kind() == Kind.MAIN || rendition.kind() == Kind.AUDIO)
                .toList();
    }

    /** What the origin lists at a moment of its clock; at the end that nothing follows. */
    String text(Rendition rendition, int moment) {
        int from = 0;
        for (int i = 0; i < moment; i++) {
            from += MOVES[i % MOVES.length];
        }
        from = Math.min(from, SEGMENTS - WINDOW);
        List<String> lines = new ArrayList<>(List.of("#EXTM3U", "#EXT-X-VERSION:6", "#EXT-X-TARGETDURATION:4"));
        lines.add("#EXT-X-MEDIA-SEQUENCE:" + (FIRST_NUMBER + from));
        lines.add("#EXT-X-DISCONTINUITY-SEQUENCE:" + Math.max(0, (from - 1) / LOOP));
        lines.add("#EXT-X-INDEPENDENT-SEGMENTS");
        for (int i = from; i < from + WINDOW; i++) {
            segment(rendition, i, i == from, lines);
        }
        if (from + WINDOW == SEGMENTS) {
            lines.add("#EXT-X-ENDLIST");
        }
        return String.join("\n", lines) + "\n";
    }

    private void segment(Rendition rendition, int index, boolean isFirst, List<String> lines) {
        EffectiveSegment segment = rendition.segments().get(index % LOOP);
        boolean isNewRound = index > 0 && index % LOOP == 0;
        if (isNewRound) {
            lines.add("#EXT-X-DISCONTINUITY");
        }
        if (BREAKS.containsKey(index)) {
            lines.add("#EXT-X-CUE-OUT:DURATION=" + 4 * BREAKS.get(index) + ",BREAKID=" + index);
        }
        if (BREAKS.entrySet().stream().anyMatch(each -> each.getKey() + each.getValue() == index)) {
            lines.add("#EXT-X-CUE-IN");
        }
        if (kind == SampleKind.FMP4 && (isFirst || isNewRound)) {
            lines.add("#EXT-X-PROGRAM-DATE-TIME:" + START.plusNanos(startNanos(rendition, index)));
        }
        segment.map().ifPresent(map -> {
            if (isFirst || isNewRound) {
                lines.add("#EXT-X-MAP:URI=\"" + relative(map.uri(), rendition) + "\"");
            }
        });
        if (!segment.keys().isEmpty() && (isFirst || index % (LOOP / 2) == 0)) {
            String uri = segment.keys().get(0).uri().orElseThrow();
            lines.add("#EXT-X-KEY:METHOD=AES-128,URI=\"" + relative(uri, rendition) + "\"");
        }
        segment.byteRange()
                .ifPresent(range -> lines.add("#EXT-X-BYTERANGE:" + range.length()
                        + (isFirst || isNewRound ? "@" + range.offset().orElseThrow() : "")));
        lines.add("#EXTINF:" + segment.duration().toPlainString() + ",");
        lines.add(kind == SampleKind.AES128 ? encryptedName(index) : relative(segment.uri(), rendition));
    }

    private static long startNanos(Rendition rendition, int index) {
        return rendition.segments().subList(0, index % LOOP).stream()
                        .mapToLong(
                                segment -> segment.duration().movePointRight(9).longValueExact())
                        .sum()
                + 32_000_000_000L * (index / LOOP);
    }

    private static String encryptedName(int index) {
        return "live-" + (FIRST_NUMBER + index) + ".ts";
    }

    private static String relative(String uri, Rendition rendition) {
        String folder = rendition.uri().substring(0, rendition.uri().lastIndexOf('/') + 1);
        return uri.startsWith(folder)
                ? uri.substring(folder.length())
                : "../" + uri.substring(uri.lastIndexOf('/') + 1);
    }

    private void encrypt(Rendition rendition) {
        Path folder = Samples.path(rendition.uri()).resolveSibling("");
        for (int i = 0; i < SEGMENTS; i++) {
            EffectiveSegment segment = rendition.segments().get(i % LOOP);
            EffectiveKey key = segment.keys().get(0);
            byte[] iv = new byte[16];
            iv[15] = (byte) (FIRST_NUMBER + i);
            try {
                Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
                byte[] secret = Samples.bytes(key.uri().orElseThrow());
                cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "AES"), new IvParameterSpec(iv));
                Files.write(folder.resolve(encryptedName(i)), cipher.doFinal(Decryption.clearBytes(segment)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }
}
