package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diff.PlaylistDiff;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.PlaylistTexts;
import dev.hemstitch.core.validation.PlaylistValidator;
import dev.hemstitch.core.validation.ValidationProfile;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** P11: the same results in every locale and from many threads. */
class EverywhereTest {
    private static final int SEEDS = 300;
    private static final int THREADS = 16;

    private static final Playlist OTHER = PlaylistParser.lenient().parse(PlaylistTexts.media(1));

    /** All that the library says of a playlist, as text. */
    private static String everything(Playlist playlist) {
        Variables variables = Variables.of(playlist, Variables.NONE, PlaylistTexts.BASE_URI);
        String values = playlist instanceof MediaPlaylist media
                ? LibraryReading.of(media, variables).toString()
                : MultivariantReading.of((MultivariantPlaylist) playlist, variables)
                        .toString();
        return values
                + PlaylistWriter.canonical(playlist)
                + playlist.substitute(variables)
                + PlaylistValidator.of(ValidationProfile.APPLE).validate(playlist)
                + PlaylistDiff.of(playlist, OTHER);
    }

    private static List<String> everythingOfAll() {
        List<String> all = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            byte[] bytes = PlaylistTexts.dirty(seed);
            all.add(everything(PlaylistParser.lenient().parse(bytes))
                    + PlaylistParser.lenient().tryParse(bytes).diagnostics());
        }
        return all;
    }

    @Test
    void the_default_locale_changes_nothing() {
        Locale before = Locale.getDefault();
        List<String> expected = everythingOfAll();
        try {
            for (String language : List.of("tr", "ar", "ar-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(everythingOfAll()).as(language).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
        System.out.println("P11: " + SEEDS + " playlists the same in four locales");
    }

    @Test
    void threads_can_share_a_playlist_that_nobody_has_looked_at_yet() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (long seed = 0; seed < SEEDS; seed++) {
                String text = PlaylistTexts.media(seed);
                String expected = everything(PlaylistParser.lenient().parse(text));
                Playlist shared = PlaylistParser.lenient().parse(text);
                Callable<String> task = () -> everything(shared);
                List<Callable<String>> tasks = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    tasks.add(task);
                }
                for (Future<String> result : threads.invokeAll(tasks)) {
                    assertThat(result.get()).isEqualTo(expected);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.println("P11: " + SEEDS + " playlists the same in " + THREADS + " threads");
    }
}
