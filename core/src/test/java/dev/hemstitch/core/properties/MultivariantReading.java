package dev.hemstitch.core.properties;

import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.TagScope;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.reference.ReferenceMultivariant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the library makes of a multivariant playlist, in the words of the reference reader; and both in one form. */
final class MultivariantReading {
    private MultivariantReading() {}

    static ReferenceMultivariant of(MultivariantPlaylist playlist, Variables variables) {
        return new ReferenceMultivariant(
                LibraryReading.number(playlist.version()),
                playlist.independentSegments(),
                playlist.start().map(LibraryReading::tag),
                playlist.contentSteering().map(LibraryReading::tag),
                LibraryReading.tags(playlist.variableDefinitions()),
                playlist.variants().stream()
                        .map(variant -> new ReferenceMultivariant.Variant(
                                LibraryReading.tag(variant), Optional.of(variant.uri())))
                        .toList(),
                LibraryReading.tags(playlist.renditions()),
                LibraryReading.tags(playlist.iFrameVariants()),
                LibraryReading.tags(playlist.sessionData()),
                LibraryReading.tags(playlist.sessionKeys()),
                playlist.lines().stream()
                        .filter(MultivariantReading::isOther)
                        .map(PlaylistLine::text)
                        .toList(),
                List.of(),
                variables.asMap());
    }

    private static boolean isOther(PlaylistLine line) {
        return line.kind() == PlaylistLine.Kind.UNKNOWN_TAG
                || line.tag()
                        .filter(tag -> tag.scope() != TagScope.MULTIVARIANT
                                && tag.scope() != TagScope.BASIC
                                && tag.scope() != TagScope.SHARED)
                        .isPresent();
    }

    /** Without stray URI lines, which the library reports instead of listing them, and STREAM-INF without a URI. */
    static ReferenceMultivariant tolerant(ReferenceMultivariant playlist) {
        return new ReferenceMultivariant(
                playlist.version(),
                playlist.independentSegments(),
                Tolerance.having(playlist.start(), "TIME-OFFSET"),
                Tolerance.having(playlist.contentSteering(), "SERVER-URI"),
                Tolerance.having(playlist.defines()),
                playlist.variants().stream()
                        .filter(variant -> variant.uri().isPresent())
                        .map(variant -> new ReferenceMultivariant.Variant(
                                Tolerance.attributes(variant.attributes()),
                                variant.uri().map(String::strip)))
                        .toList(),
                Tolerance.having(playlist.renditions(), "TYPE", "GROUP-ID", "NAME"),
                Tolerance.having(playlist.iFrameVariants(), "URI"),
                Tolerance.having(playlist.sessionData(), "DATA-ID"),
                Tolerance.having(playlist.sessionKeys(), "METHOD"),
                Tolerance.stripped(playlist.otherTags()),
                List.of(),
                Map.copyOf(playlist.variables()));
    }
}
