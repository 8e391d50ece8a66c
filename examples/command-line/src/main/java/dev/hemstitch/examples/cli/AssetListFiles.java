package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.interstitial.AssetListLocations;
import dev.hemstitch.ads.interstitial.Interstitial;
import dev.hemstitch.ads.vast.VastMacros;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asset lists as files beside the output: {@code assets-ID.json}. */
final class AssetListFiles implements AssetListLocations {
    private static final int LONGEST_NAME = 80;

    /** Macros that only a player knows stay in URLs. */
    private static final VastMacros MACROS = VastMacros.builder().leaveMissing().build();

    private final Optional<Path> folder;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * Files in a folder.
     *
     * @param folder the folder; empty if there is none, so that nothing can be written
     */
    AssetListFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    @Override
    public String of(String interstitialId) {
        String name = names.computeIfAbsent(interstitialId, this::free);
        return folder.map(place -> LocalUris.of(place.resolve(name))).orElse(name);
    }

    private String free(String id) {
        StringBuilder plain = new StringBuilder("assets-");
        id.chars().limit(LONGEST_NAME).forEach(c -> plain.append(isPlain((char) c) ? (char) c : '-'));
        String name = plain + ".json";
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = plain + "-" + i + ".json";
        }
        return name;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    }

    void write(List<Interstitial> interstitials) throws IOException {
        for (Interstitial interstitial : interstitials) {
            if (interstitial.listUri().isPresent() && folder.isPresent()) {
                String name = Objects.requireNonNull(names.get(interstitial.id()), "asked for when it was scheduled");
                try (OutputStream stream = StitchOutput.create(folder.get().resolve(name))) {
                    interstitial.assetList().writeSignaling(stream, MACROS);
                }
            }
        }
    }
}
