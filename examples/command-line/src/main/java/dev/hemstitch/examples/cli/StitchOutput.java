package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.uri.UriReferences;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Where stitched playlists go: a file, a folder, or standard output. */
final class StitchOutput implements OutputLocations {
    private static final String MULTIVARIANT = "multivariant.m3u8";

    private final Presentation content;
    private final Optional<Path> out;
    private final IdentityHashMap<Track, String> names = new IdentityHashMap<>();

    StitchOutput(Presentation content, Optional<Path> out) {
        this.content = content;
        this.out = out;
        Set<String> taken = new HashSet<>(Set.of(MULTIVARIANT));
        for (Track track : content.tracks()) {
            names.put(track, free(name(track.name()), taken));
        }
    }

    /** A file name made of the path by which the Multivariant Playlist names a Media Playlist. */
    private static String name(String reference) {
        String path = UriReferences.redact(reference);
        int query = path.indexOf('?');
        path = query < 0 ? path : path.substring(0, query);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            name.append(plain || c == '.' || c == '_' ? c : '-');
        }
        int start = Math.max(0, name.length() - 80);
        while (start < name.length() && (name.charAt(start) == '.' || name.charAt(start) == '-')) {
            start++;
        }
        String file = name.substring(start);
        return file.toLowerCase(Locale.ROOT).endsWith(".m3u8") ? file : file + ".m3u8";
    }

    private static String free(String name, Set<String> taken) {
        String candidate = name;
        int stem = name.length() - ".m3u8".length();
        for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
            candidate = name.substring(0, stem) + "-" + i + name.substring(stem);
        }
        return candidate;
    }

    private String nameOf(Track track) {
        return Objects.requireNonNull(names.get(track), "a track of other content");
    }

    private Optional<Path> file(String name) {
        return content.isMultivariant() ? out.map(folder -> folder.resolve(name)) : out;
    }

    @Override
    public String multivariant() {
        return file(MULTIVARIANT).map(LocalUris::of).orElse(content.uri());
    }

    @Override
    public String playlist(Track track) {
        return file(nameOf(track)).map(LocalUris::of).orElse(track.uri());
    }

    /** The folder that the output goes to; empty for standard output. */
    Optional<Path> folder() {
        return content.isMultivariant()
                ? out
                : out.map(file -> file.toAbsolutePath().getParent());
    }

    /** All files that playlists go to. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        content.tracks().forEach(track -> file(nameOf(track)).ifPresent(files::add));
        content.multivariant().flatMap(playlist -> file(MULTIVARIANT)).ifPresent(files::add);
        return files;
    }

    /** Whether a file is one of several, also by another path. */
    static boolean isAmong(Collection<Path> files, Path file) throws IOException {
        for (Path other : files) {
            boolean same = other.toAbsolutePath()
                    .normalize()
                    .equals(file.toAbsolutePath().normalize());
            if (same || (Files.exists(other) && Files.exists(file) && Files.isSameFile(other, file))) {
                return true;
            }
        }
        return false;
    }

    /** The file to play; empty if the output went to standard output. */
    Optional<Path> written() {
        return content.isMultivariant() ? file(MULTIVARIANT) : out;
    }

    void write(VodResult result, OutputStream standardOutput) throws IOException {
        for (VodResult.StitchedTrack track : result.tracks()) {
            write(track.playlist(), file(nameOf(track.content())), standardOutput);
        }
        if (result.multivariant().isPresent()) {
            write(result.multivariant().get(), file(MULTIVARIANT), standardOutput);
        }
    }

    private static void write(Playlist playlist, Optional<Path> file, OutputStream standardOutput) throws IOException {
        if (file.isEmpty()) {
            PlaylistWriter.write(playlist, standardOutput);
            standardOutput.flush();
            return;
        }
        try (OutputStream stream = create(file.get())) {
            PlaylistWriter.write(playlist, stream);
        }
    }

    /** Opens a file for writing; its folder is made if it is missing. */
    static OutputStream create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.newOutputStream(file);
    }
}
