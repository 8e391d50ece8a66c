package dev.hemstitch.ads.model;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.diagnostic.HlsException;
import dev.hemstitch.core.model.IFrameVariant;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.RenditionType;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.SourceLocation;
import dev.hemstitch.core.uri.UriReferences;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/** Reads the Media Playlists that a Multivariant Playlist names, each once: all of them, or those that can be had. */
final class PresentationReader {
    private final String baseUri;
    private final PlaylistSource source;
    private final Optional<BiConsumer<String, Exception>> missing;
    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private final Map<String, Exception> failures = new LinkedHashMap<>();
    private Variables variables = Variables.NONE;

    /**
     * A reader.
     *
     * @param missing takes what cannot be had; if empty, that ends the reading
     */
    PresentationReader(String baseUri, PlaylistSource source, Optional<BiConsumer<String, Exception>> missing) {
        this.baseUri = baseUri;
        this.source = source;
        this.missing = missing;
    }

    Presentation read(MultivariantPlaylist written) throws IOException {
        variables = Variables.of(written, Variables.NONE, baseUri);
        MultivariantPlaylist playlist = written;
        if (variables.problems().isEmpty()) {
            playlist = written.substitute(variables);
            OptionalLong version = LoweredVersion.of(written, playlist);
            playlist = version.isEmpty()
                    ? playlist
                    : playlist.toBuilder().version(version.getAsLong()).build();
        }
        for (Variant variant : playlist.variants()) {
            List<Variant> users = playlist.variants().stream()
                    .filter(other -> other.uri().equals(variant.uri()))
                    .toList();
            add(TrackKind.MAIN, variant.uri(), users, Optional.empty(), Optional.empty());
        }
        if (tracks.isEmpty() && !failures.isEmpty()) {
            rethrow(failures.values().iterator().next());
        }
        for (Rendition rendition : playlist.renditions()) {
            Optional<TrackKind> kind = kind(rendition);
            if (kind.isPresent() && rendition.uri().isPresent()) {
                List<Variant> users = playlist.variants().stream()
                        .filter(variant -> uses(variant, rendition))
                        .toList();
                add(kind.get(), rendition.uri().get(), users, Optional.of(rendition), Optional.empty());
            }
        }
        for (IFrameVariant iFrames : playlist.iFrameVariants()) {
            add(TrackKind.I_FRAMES, iFrames.uri(), List.of(), Optional.empty(), Optional.of(iFrames));
        }
        if (tracks.isEmpty()) {
            throw problem(DiagnosticCode.NOT_A_PLAYLIST, "the Multivariant Playlist names no Media Playlist");
        }
        return new Presentation(baseUri, Optional.of(playlist), List.copyOf(tracks.values()));
    }

    private static Optional<TrackKind> kind(Rendition rendition) {
        RenditionType type = rendition.type();
        if (type.equals(RenditionType.AUDIO)) {
            return Optional.of(TrackKind.AUDIO);
        }
        if (type.equals(RenditionType.SUBTITLES)) {
            return Optional.of(TrackKind.SUBTITLES);
        }
        return type.equals(RenditionType.VIDEO) ? Optional.of(TrackKind.MAIN) : Optional.empty();
    }

    private static boolean uses(Variant variant, Rendition rendition) {
        Optional<String> group = rendition.type().equals(RenditionType.AUDIO)
                ? variant.audio()
                : rendition.type().equals(RenditionType.VIDEO) ? variant.video() : variant.subtitles();
        return group.isPresent() && group.get().equals(rendition.groupId());
    }

    private void add(
            TrackKind kind,
            String reference,
            List<Variant> variants,
            Optional<Rendition> rendition,
            Optional<IFrameVariant> iFrames)
            throws IOException {
        if (!Variables.NONE.undefinedIn(reference).isEmpty()) {
            throw problem(
                    DiagnosticCode.UNDEFINED_VARIABLE,
                    Diagnostic.echo(reference) + " refers to a variable that is not defined");
        }
        String uri = UriReferences.resolve(baseUri, reference);
        if (tracks.containsKey(uri) || failures.containsKey(uri)) {
            return;
        }
        try {
            PlaylistSource.Fetched fetched = source.fetch(uri);
            MediaPlaylist resolved = read(fetched, reference);
            tracks.put(uri, new Track(kind, reference, fetched.uri(), resolved, variants, rendition, iFrames));
        } catch (IOException | HlsException e) {
            if (missing.isEmpty()) {
                throw e;
            }
            failures.put(uri, e);
            missing.get().accept(uri, e);
        }
    }

    private MediaPlaylist read(PlaylistSource.Fetched fetched, String reference) {
        Playlist playlist = PlaylistParser.lenient().parse(fetched.text());
        if (!(playlist instanceof MediaPlaylist media)) {
            throw problem(DiagnosticCode.MIXED_PLAYLIST_KINDS, Diagnostic.echo(reference) + " is no Media Playlist");
        }
        return substituted(media, Variables.of(media, variables, fetched.uri()));
    }

    private static void rethrow(Exception failure) throws IOException {
        if (failure instanceof IOException io) {
            throw io;
        }
        throw (HlsException) failure;
    }

    private static HlsException problem(DiagnosticCode code, String message) {
        return new HlsException(new Diagnostic(code, new SourceLocation(1, 1, 0), message));
    }

    static Track alone(MediaPlaylist playlist, String uri) {
        MediaPlaylist resolved = substituted(playlist, Variables.of(playlist, Variables.NONE, uri));
        TrackKind kind = playlist.iFramesOnly() ? TrackKind.I_FRAMES : TrackKind.MAIN;
        return new Track(kind, uri, uri, resolved, List.of(), Optional.empty(), Optional.empty());
    }

    /** Where a definition cannot be carried out, the definitions and what refers to them stay as they are. */
    private static MediaPlaylist substituted(MediaPlaylist playlist, Variables variables) {
        boolean defines = !playlist.variableDefinitions().isEmpty();
        if (!defines || !variables.problems().isEmpty()) {
            return playlist;
        }
        MediaPlaylist resolved = playlist.substitute(variables);
        OptionalLong version = LoweredVersion.of(playlist, resolved);
        return version.isEmpty()
                ? resolved
                : resolved.toBuilder().version(version.getAsLong()).build();
    }
}
