package dev.hemstitch.examples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hemstitch.ads.stitch.live.LiveState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a viewer: the state, and beside it what a service would have in its caches: where the ads of the state are, and
 * what was served last of each rendition. Nothing is lost with the latter but that ads must be in the decisions again.
 */
final class LiveFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path state;
    private final Path ads;
    private final Path served;
    private final boolean isNew;

    LiveFiles(Path state, String rendition) {
        this.state = state;
        this.ads = sibling(state, ".ads.json");
        this.served = sibling(state, "." + plain(rendition) + ".served");
        this.isNew = !Files.exists(state);
    }

    /** Whether a file is one of these, which nothing else may be written to. */
    boolean has(Path file) {
        Path asked = file.toAbsolutePath().normalize();
        return Stream.of(state, ads, served)
                .anyMatch(each -> each.toAbsolutePath().normalize().equals(asked));
    }

    private static Path sibling(Path state, String suffix) {
        Path name = state.toAbsolutePath().getFileName();
        return state.toAbsolutePath().resolveSibling(name + suffix);
    }

    private static String plain(String rendition) {
        StringBuilder name = new StringBuilder();
        rendition
                .codePoints()
                .forEach(c -> name.appendCodePoint((c < 128 && Character.isLetterOrDigit(c)) || c == '_' ? c : '-'));
        return name + (name.toString().equals(rendition) ? "" : "-" + Integer.toHexString(rendition.hashCode()));
    }

    /** The state; a new one if there is no file, or an empty one. */
    LiveState state() throws InputException {
        if (isNew) {
            return LiveState.NEW;
        }
        try {
            String json = Files.readString(state);
            return json.isBlank() ? LiveState.NEW : LiveState.fromJson(json);
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(state + ": is no state that can be read: " + e.getMessage());
        }
    }

    /** Where the ads of the state are, by their ids. */
    ObjectNode adReferences() {
        ObjectNode none = MAPPER.createObjectNode();
        if (isNew || !Files.exists(ads)) {
            return none;
        }
        try {
            return MAPPER.readTree(Files.readString(ads)) instanceof ObjectNode object ? object : none;
        } catch (IOException e) {
            return none;
        }
    }

    /** Replaces the state at once, so that nobody ever reads half of one. */
    void writeState(LiveState next, ObjectNode references) throws IOException {
        replace(ads, MAPPER.writeValueAsBytes(references));
        replace(state, (next.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".new");
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** What was served last of the rendition, if it was written to the same folder, from which its URIs resolve. */
    Optional<byte[]> lastServed(Path out) throws IOException {
        if (!Files.exists(served)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(served);
        byte[] place = place(out);
        boolean isHere = bytes.length > place.length && Arrays.equals(bytes, 0, place.length, place, 0, place.length);
        return isHere ? Optional.of(Arrays.copyOfRange(bytes, place.length, bytes.length)) : Optional.empty();
    }

    void keepServed(byte[] bytes, Path out) throws IOException {
        byte[] place = place(out);
        byte[] kept = Arrays.copyOf(place, place.length + bytes.length);
        System.arraycopy(bytes, 0, kept, place.length, bytes.length);
        replace(served, kept);
    }

    /** A comment that says from where the URIs behind it resolve. */
    private static byte[] place(Path out) {
        String file = LocalUris.of(out);
        return ("# served from " + file.substring(0, file.lastIndexOf('/') + 1) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
