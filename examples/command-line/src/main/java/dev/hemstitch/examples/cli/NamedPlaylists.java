package dev.hemstitch.examples.cli;

import dev.hemstitch.core.model.IFrameVariant;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.uri.UriReferences;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The playlists that a Multivariant Playlist names, as far as they can be read. */
final class NamedPlaylists {
    private final Input input;
    private final MultivariantPlaylist multivariant;
    private final FileSource source;

    NamedPlaylists(InputReader reader, Input input, MultivariantPlaylist multivariant) {
        this.input = input;
        this.multivariant = multivariant;
        this.source = new FileSource(reader, input.uri());
    }

    /**
     * Reads them.
     *
     * @param err takes why one cannot be read
     * @return those that can be read, by the URIs that name them, variables replaced, in order
     */
    Map<String, Input> read(PrintWriter err) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        for (String uri : uris()) {
            try {
                Input track = source.read(UriReferences.resolve(input.uri(), uri));
                inputs.put(uri, new Input(nameOf(track), track.uri(), track.contentType(), track.bytes()));
            } catch (InputException e) {
                err.println(e.getMessage());
            }
        }
        err.flush();
        return inputs;
    }

    private Set<String> uris() {
        Variables variables = Variables.of(multivariant, Variables.NONE, input.uri());
        Set<String> uris = new LinkedHashSet<>();
        multivariant.variants().stream()
                .map(Variant::uri)
                .map(variables::substitute)
                .forEach(uris::add);
        multivariant.renditions().stream()
                .flatMap(rendition -> rendition.uri().stream())
                .map(variables::substitute)
                .forEach(uris::add);
        multivariant.iFrameVariants().stream()
                .map(IFrameVariant::uri)
                .map(variables::substitute)
                .forEach(uris::add);
        return uris;
    }

    /** A file beside the Multivariant Playlist is called as one would call it who called that by its path. */
    private String nameOf(Input track) {
        boolean local = track.uri().startsWith("file:") && !input.name().startsWith("file:");
        if (!local || input.name().equals("-")) {
            return track.name();
        }
        Path given = Path.of(input.name());
        Path path = LocalUris.toPath(track.uri());
        return given.isAbsolute()
                ? path.toString()
                : Path.of("").toAbsolutePath().relativize(path).toString();
    }
}
