package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.stitch.live.LiveState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a viewer: the state, and beside it what a service would have in its caches: where the ads of the state are, and
 * what was served last of each rendition. Nothing is lost with the latter but that ads must be in the decisions again.
 */
final class LiveFiles {
    private static final int MOST_SHOWN = 40;

    private final Path state;
    private final Path ads;
    private final Path served;
    private final String rendition;
    private final boolean isNew;

    LiveFiles(Path state, String rendition) {
        this.state = state;
        this.ads = sibling(state, ".ads.json");
        this.served = sibling(state, "." + plain(rendition) + ".served");
        this.rendition = rendition;
        this.isNew = !Files.exists(state);
    }

    /** Whether a file is one of these, which nothing else may be written to. */
    boolean has(Path file) {
        Path asked = file.toAbsolutePath().normalize();
        return Stream.of(state, ads, served)
                .anyMatch(each -> each.toAbsolutePath().normalize().equals(asked));
    }

    /**
     * Why one of these can be no file. To be asked before any of them is written, or the state would be ahead of what is served.
     *
     * @return the option that is at fault, and why; empty if all can be files
     */
    Optional<String> problem() {
        return Stream.of(state, ads)
                .flatMap(file -> ReplacedFile.problemOf(file).stream())
                .findFirst()
                .map(reason -> "--state: " + shown(state.toString()) + " can be no file: " + reason)
                .or(() -> ReplacedFile.problemOf(served)
                        .map(reason -> "--rendition: what is served of " + shown(rendition)
                                + " can be kept in no file of that name beside the state: " + reason));
    }

    private static String shown(String name) {
        return name.length() <= MOST_SHOWN
                ? name
                : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, MOST_SHOWN))) + "…";
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

    void writeState(LiveState next) throws IOException {
        ReplacedFile.write(state, (next.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Whether there is no state yet, so that what else is here belongs to another viewer. */
    boolean isNew() {
        return isNew;
    }

    /** Where the ads of the state are, by their ids. */
    AdReferencesFile ads(LiveStepNotes notes) {
        return new AdReferencesFile(ads, notes);
    }

    /** What was served last of the rendition. */
    ServedFile served(LiveStepNotes notes) {
        return new ServedFile(served, notes);
    }
}
