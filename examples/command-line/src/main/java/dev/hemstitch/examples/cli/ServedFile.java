package dev.hemstitch.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The file with what was served last of a rendition, behind a line that says from where its URIs resolve. Without it the video
 * goes on: only an older snapshot then shows what is in it.
 */
final class ServedFile {
    private final Path file;
    private final LiveStepNotes notes;

    ServedFile(Path file, LiveStepNotes notes) {
        this.file = file;
        this.notes = notes;
    }

    /** What was served last of the rendition, if it was written to the same folder, from which its URIs resolve. */
    Optional<byte[]> read(Path out) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            notes.tell(file + ": cannot be read: " + ReplacedFile.reason(e));
            return Optional.empty();
        }
        int behind = 0;
        while (behind < bytes.length && bytes[behind] != '\n') {
            behind++;
        }
        String head = new String(bytes, 0, behind, StandardCharsets.UTF_8);
        byte[] playlist = Arrays.copyOfRange(bytes, Math.min(behind + 1, bytes.length), bytes.length);
        if (!head.endsWith(checksum(playlist))) {
            notes.tell(file + ": is not what was kept there");
            return Optional.empty();
        }
        return head.equals(head(playlist, out)) ? Optional.of(playlist) : Optional.empty();
    }

    void write(byte[] playlist, Path out) {
        byte[] head = (head(playlist, out) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] kept = Arrays.copyOf(head, head.length + playlist.length);
        System.arraycopy(playlist, 0, kept, head.length, playlist.length);
        try {
            ReplacedFile.write(file, kept);
        } catch (IOException e) {
            notes.tell(file + ": cannot be written: " + ReplacedFile.reason(e));
            forget();
        }
    }

    /** What was served before the last is older than what the viewer has seen, and must not be served again. */
    private void forget() {
        try {
            if (Files.isRegularFile(file)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            notes.tell(file + ": cannot be deleted: " + ReplacedFile.reason(e));
        }
    }

    /** A comment. */
    private static String head(byte[] playlist, Path out) {
        String served = LocalUris.of(out);
        return "# served from " + served.substring(0, served.lastIndexOf('/') + 1) + checksum(playlist);
    }

    private static String checksum(byte[] playlist) {
        CRC32 checksum = new CRC32();
        checksum.update(playlist);
        return " " + HexFormat.of().toHexDigits(checksum.getValue(), 8);
    }
}
