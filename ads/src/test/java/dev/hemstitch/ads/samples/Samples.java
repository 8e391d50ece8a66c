package dev.hemstitch.ads.samples;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.PlaylistSource.Fetched;
import dev.hemstitch.ads.model.Presentation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The sample presentations in a folder, each read once: by the library, and by the reference reader. */
final class Samples {
    private final Path folder;
    private final Map<String, Presentation> presentations = new ConcurrentHashMap<>();
    private final Map<String, ReferencePresentation> references = new ConcurrentHashMap<>();

    Samples(Path folder) {
        try {
            this.folder = folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Samples ofRepository() {
        return new Samples(Path.of("..", "samples"));
    }

    /** The same in another folder, where output may be written. */
    Samples copiedTo(Path target) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(folder.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Samples(target);
    }

    /** The folder next to that of the samples where output of a kind stands, as a URI with a slash at its end. */
    String elsewhere(SampleKind kind) {
        String uri =
                folder.resolveSibling("stitched").resolve(kind.folder()).toUri().toString();
        return uri.endsWith("/") ? uri : uri + "/";
    }

    Presentation content(SampleKind kind) {
        return presentation(kind, "content");
    }

    Ad ad(SampleKind kind, String name) {
        return Ad.of(name, presentation(kind, name));
    }

    private Presentation presentation(SampleKind kind, String source) {
        return presentations.computeIfAbsent(uri(kind, source), uri -> {
            try {
                return Presentation.load(uri, fetched -> new Fetched(bytes(fetched), fetched));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    ReferencePresentation reference(SampleKind kind, String source) {
        return references.computeIfAbsent(uri(kind, source), uri -> ReferencePresentation.read(uri, Samples::bytes));
    }

    private String uri(SampleKind kind, String source) {
        return folder.resolve(kind.folder())
                .resolve(source)
                .resolve("multivariant.m3u8")
                .toUri()
                .toString();
    }

    static Path path(String uri) {
        return Path.of(URI.create(uri));
    }

    static byte[] bytes(String uri) {
        try {
            return Files.readAllBytes(path(uri));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
