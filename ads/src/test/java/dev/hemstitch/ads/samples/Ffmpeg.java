package dev.hemstitch.ads.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Runs ffmpeg, 5.1 or newer. Whatever it complains of is a failure. */
final class Ffmpeg {
    private static final Splitter WORDS = Splitter.on(CharMatcher.anyOf(" ,:")).omitEmptyStrings();

    /** For files: keys may have any name. */
    private static final List<String> OF_FILES = List.of("-v", "error", "-allowed_extensions", "ALL");

    /** For a live stream from the first segment that is listed on; what is skipped is only warned of. */
    private static final List<String> OF_LIVE_STREAMS =
            List.of("-v", "warning", "-live_start_index", "0", "-max_reload", "100", "-http_persistent", "0");

    /** What it says at each discontinuity, since it pays no heed to them: counters and time stamps start anew. */
    private static final Pattern AT_DISCONTINUITIES = Pattern.compile(
            ".*(Packet corrupt \\(|corrupt input packet in stream|DTS \\d+ < \\d+ out of order|Found duplicated MOOV Atom).*"
                    + "|    Last message repeated \\d+ times");

    private final Path folder;
    private final List<String> options;

    /** What ffmpeg found in one stream: the number of its packets and how long they are together. */
    record Packets(String type, int count, BigDecimal seconds) {}

    /** Pictures and sound of a playlist, decoded. */
    record Decoded(List<Frame> frames, Sound sound) {}

    /** Keeps what it must write in the folder. */
    Ffmpeg(Path folder) {
        this(folder, OF_FILES);
    }

    private Ffmpeg(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
    }

    /** One that records a live stream until it ends; each at work needs a folder of its own. */
    static Ffmpeg live(Path folder) {
        return new Ffmpeg(folder, OF_LIVE_STREAMS);
    }

    /** Reads all packets of a playlist from beginning to end; the streams in their order. */
    List<Packets> demux(String uri) {
        String text = new String(run(uri, "-map", "0", "-c", "copy", "-f", "framecrc", "-"), StandardCharsets.UTF_8);
        TreeMap<Integer, String> types = new TreeMap<>();
        TreeMap<Integer, String> timeBases = new TreeMap<>();
        TreeMap<Integer, List<Long>> durations = new TreeMap<>();
        text.lines().forEach(line -> {
            List<String> words = WORDS.splitToList(line);
            if (line.startsWith("#media_type ")) {
                types.put(Integer.valueOf(words.get(1)), words.get(2));
            } else if (line.startsWith("#tb ")) {
                timeBases.put(Integer.valueOf(words.get(1)), words.get(2));
            } else if (!line.startsWith("#")) {
                durations
                        .computeIfAbsent(Integer.valueOf(words.get(0)), stream -> new ArrayList<>())
                        .add(Long.valueOf(words.get(3)));
            }
        });
        List<Packets> packets = new ArrayList<>();
        types.forEach((stream, type) -> {
            List<Long> own = durations.getOrDefault(stream, List.of());
            long sum = own.stream().mapToLong(Long::longValue).sum();
            packets.add(new Packets(type, own.size(), seconds(sum, timeBases.get(stream))));
        });
        return packets;
    }

    private static BigDecimal seconds(long ticks, String timeBase) {
        List<String> fraction = Splitter.on('/').splitToList(timeBase);
        return new BigDecimal(ticks)
                .multiply(new BigDecimal(fraction.get(0)))
                .divide(new BigDecimal(fraction.get(1)), 6, RoundingMode.HALF_UP);
    }

    /** Decodes pictures and sound of a playlist with both, all in one go. */
    Decoded decode(String uri) {
        Path sound = folder.resolve("sound.pcm");
        List<String> arguments = new ArrayList<>(Frame.ARGUMENTS);
        arguments.addAll(List.of("-map", "0:a", "-f", "s16le", "-y", sound.toString()));
        byte[] pictures = run(uri, arguments.toArray(String[]::new));
        return new Decoded(Frame.all(pictures), Sound.of(read(sound)));
    }

    List<Frame> decodePictures(String uri) {
        return Frame.all(run(uri, Frame.ARGUMENTS.toArray(String[]::new)));
    }

    Sound decodeSound(String uri) {
        return Sound.of(run(uri, "-map", "0:a", "-f", "s16le", "-"));
    }

    /** The cues of a subtitle playlist as one WebVTT file. */
    byte[] subtitles(String uri) {
        return run(uri, "-c", "copy", "-f", "webvtt", "-");
    }

    private byte[] run(String uri, String... outputs) {
        Path errors = folder.resolve("errors.txt");
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin"));
        command.addAll(options);
        command.addAll(
                List.of("-i", uri.startsWith("http:") ? uri : Samples.path(uri).toString()));
        command.addAll(List.of(outputs));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        byte[] output;
        int exit;
        try {
            Process process = start(builder);
            output = process.getInputStream().readAllBytes();
            exit = process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        assertThat(new String(read(errors), StandardCharsets.UTF_8).lines())
                .as("what ffmpeg says of %s", uri)
                .filteredOn(line -> options.equals(OF_FILES)
                        || !AT_DISCONTINUITIES.matcher(line).matches())
                .isEmpty();
        assertThat(exit).as("exit of %s", command).isZero();
        return output;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError("these tests need ffmpeg 5.1 or newer on the PATH: apt-get install ffmpeg", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
