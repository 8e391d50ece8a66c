package dev.hemstitch.ads.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * What the pixels of a picture say: which source it is of, and when on the source's own timeline it is.
 *
 * @param frame the number of the picture in its second
 */
record Frame(String source, int second, int frame) {
    static final int PER_SECOND = 12;

    private static final int WIDTH = 64;
    private static final int HEIGHT = 36;
    private static final int LUMA = WIDTH * HEIGHT;
    private static final int CHROMA = LUMA / 4;
    private static final int BLOCK = WIDTH / 8;

    /** What makes ffmpeg write the pictures that {@link #all} reads: every one that is there, and no other. */
    static final List<String> ARGUMENTS = List.of(
            "-map",
            "0:v",
            "-vf",
            "scale=" + WIDTH + ":" + HEIGHT + ":flags=area",
            "-pix_fmt",
            "yuv420p",
            "-fps_mode",
            "passthrough",
            "-f",
            "rawvideo",
            "-");

    /** The picture that a source has at a time of its own timeline. */
    static Frame at(String source, long nanos) {
        long number = Math.floorDiv(nanos * PER_SECOND, 1_000_000_000L);
        return new Frame(source, (int) (number / PER_SECOND), (int) (number % PER_SECOND));
    }

    static List<Frame> all(byte[] pictures) {
        List<Frame> frames = new ArrayList<>();
        for (int start = 0; start < pictures.length; start += LUMA + 2 * CHROMA) {
            frames.add(of(pictures, start));
        }
        return frames;
    }

    private static Frame of(byte[] pictures, int start) {
        int middle = HEIGHT / 4 * (WIDTH / 2) + WIDTH / 4;
        int u = pictures[start + LUMA + middle] & 0xFF;
        int v = pictures[start + LUMA + CHROMA + middle] & 0xFF;
        int second = bits(pictures, start, 6, 1, HEIGHT / 9);
        return new Frame(source(u, v), second, bits(pictures, start, 4, 2, 8 * HEIGHT / 9));
    }

    /** The number that the black and white blocks of a row give, the first one at the given block. */
    private static int bits(byte[] pictures, int start, int count, int firstBlock, int y) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int x = (firstBlock + i) * BLOCK + BLOCK / 2;
            int brightness = pictures[start + y * WIDTH + x] & 0xFF;
            value = 2 * value + (brightness > 128 ? 1 : 0);
        }
        return value;
    }

    /** Blue, red or green. */
    private static String source(int u, int v) {
        if (u > 160) {
            return "content";
        }
        if (v > 160) {
            return "ad-10";
        }
        return v < 100 ? "ad-15" : "neither: U " + u + ", V " + v;
    }
}
