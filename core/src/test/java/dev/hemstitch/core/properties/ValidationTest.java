package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.Severity;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.PlaylistTexts;
import dev.hemstitch.core.validation.PlaylistValidator;
import dev.hemstitch.core.validation.ReceivedPlaylist;
import dev.hemstitch.core.validation.ValidationProfile;
import dev.hemstitch.core.validation.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** P6: what breaks no rule validates clean; and real playlists are judged as their names say. */
class ValidationTest {
    private static final PlaylistValidator VALIDATOR = PlaylistValidator.of(ValidationProfile.RFC8216BIS);

    /** Words in the names of files that say that something is wrong with them. */
    private static final List<String> WORDS =
            List.of("invalid", "bad", "missing", "empty", "negative", "two", "multipletarget");

    /** Files whose names have such a word although a playlist like them is allowed, and why. */
    private static final Map<String, String> ALLOWED = Map.of(
            "missingMediaSequence", "it may be missing: then it is 0",
            "missingEndlist", "a playlist without EXT-X-ENDLIST is one that grows",
            "invalidAllowCache", "the tag was removed from the specification; what it says does not count",
            "allowCacheInvalid", "the same",
            "emptyAllowCache", "the same");

    private static List<String> worthTelling(ValidationReport report) {
        return report.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(Diagnostic::toString)
                .toList();
    }

    @Test
    void a_generated_playlist_that_breaks_no_rule_validates_clean() {
        List<String> found = new ArrayList<>();
        for (long seed = 0; seed < 2_000 && found.size() < 20; seed++) {
            for (String text : List.of(PlaylistTexts.media(seed), PlaylistTexts.multivariant(seed))) {
                Playlist playlist = PlaylistParser.lenient().parse(text);
                String asked = text.contains("RECENTLY-REMOVED-DATERANGES") ? "v2" : "YES";
                ReceivedPlaylist received = new ReceivedPlaylist(
                        playlist, Optional.of(PlaylistTexts.BASE_URI + "&_HLS_skip=" + asked), Optional.empty());
                for (String line : worthTelling(VALIDATOR.validate(received))) {
                    found.add("seed " + seed + ": " + line);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void a_real_playlist_whose_name_says_that_it_is_broken_is_not_valid() {
        Map<String, byte[]> playlists = Corpus.playlists();
        List<String> passed = new ArrayList<>();
        int judged = 0;
        for (Map.Entry<String, byte[]> file : playlists.entrySet()) {
            String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
            boolean allowed = ALLOWED.keySet().stream().anyMatch(name::contains);
            if (!allowed && WORDS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains)) {
                judged++;
                boolean valid = PlaylistParser.lenient()
                        .tryParse(file.getValue())
                        .playlist()
                        .map(playlist -> VALIDATOR.validate(playlist).isValid())
                        .orElse(false);
                if (valid) {
                    passed.add(name);
                }
            }
        }
        assertThat(judged).isGreaterThan(20);
        assertThat(passed).isEmpty();
    }

    @Test
    void real_playlists_of_any_kind_are_judged_by_every_profile() {
        for (byte[] bytes : Corpus.playlists().values()) {
            Optional<Playlist> playlist =
                    PlaylistParser.lenient().tryParse(bytes).playlist();
            for (ValidationProfile profile : ValidationProfile.values()) {
                playlist.ifPresent(read -> assertThat(
                                PlaylistValidator.of(profile).validate(read).findings())
                        .allMatch(finding -> finding.location().line() > 0));
            }
        }
    }

    @Test
    void the_lenient_profile_finds_no_more_errors_than_the_specification_s() {
        for (long seed = 0; seed < 3_000; seed++) {
            Playlist playlist = PlaylistParser.lenient().parse(PlaylistTexts.dirty(seed));
            Set<Diagnostic> strict = Set.copyOf(errors(VALIDATOR.validate(playlist)));
            assertThat(strict)
                    .containsAll(errors(
                            PlaylistValidator.of(ValidationProfile.LENIENT).validate(playlist)));
        }
    }

    private static List<Diagnostic> errors(ValidationReport report) {
        return Stream.of(report)
                .flatMap(one -> one.findings().stream())
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
