package dev.hemstitch.ads.model;

import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.VariableDefinition;
import dev.hemstitch.core.validation.CompatibilityVersion;
import java.util.OptionalLong;

/** EXT-X-VERSION of a playlist that variables were taken out of. */
final class LoweredVersion {
    private static final long VARIABLES = 8;
    private static final long QUERY_PARAMETERS = 11;

    /** What a server may declare with groups of renditions, for clients that do not know them (RFC 8216bis, 8). */
    private static final long GROUPS = 4;

    private LoweredVersion() {}

    /**
     * The version to declare. Only one that variables ask for and that nothing else needs is lowered: whatever a server
     * declares beyond that, it has another reason for.
     *
     * @param written the playlist with its variables
     * @param resolved the same with their values
     * @return the version; empty for the one that it declares
     */
    static OptionalLong of(Playlist written, Playlist resolved) {
        OptionalLong declared = written.version();
        if (declared.isEmpty() || written.variableDefinitions().isEmpty()) {
            return OptionalLong.empty();
        }
        boolean query = written.variableDefinitions().stream()
                .map(VariableDefinition::queryParameter)
                .anyMatch(parameter -> parameter.isPresent());
        boolean asked = declared.getAsLong() == VARIABLES || (query && declared.getAsLong() == QUERY_PARAMETERS);
        boolean groups = resolved instanceof MultivariantPlaylist multivariant
                && !multivariant.renditions().isEmpty();
        long needed = Math.max(CompatibilityVersion.of(resolved).version(), groups ? GROUPS : 1);
        return asked && needed < declared.getAsLong() ? OptionalLong.of(needed) : OptionalLong.empty();
    }
}
