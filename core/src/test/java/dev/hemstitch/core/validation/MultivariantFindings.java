package dev.hemstitch.core.validation;

import dev.hemstitch.core.parser.PlaylistParser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is found in a playlist of a few lines. */
final class MultivariantFindings {
    private MultivariantFindings() {}

    /** The codes and lines of what is found about lines behind EXTM3U, line 1 being the first of them. */
    static List<String> of(ValidationProfile profile, String... lines) {
        byte[] text = ("#EXTM3U\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return PlaylistValidator.of(profile).validate(PlaylistParser.lenient().parse(text)).findings().stream()
                .map(found -> found.code() + ":" + (found.location().line() - 1))
                .toList();
    }

    /** Where a code is found: numbers of lines. */
    static List<String> linesOf(String code, String... lines) {
        return of(ValidationProfile.APPLE, lines).stream()
                .filter(found -> found.startsWith(code + ":"))
                .map(found -> found.substring(code.length() + 1))
                .toList();
    }
}
