package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.KeyMethod;
import dev.hemstitch.core.text.Attribute;
import java.util.List;
import java.util.Optional;

/** EXT-X-KEY (4.4.4.4). */
final class KeyRules implements PlaylistRule {
    private static final int MOST_IV_DIGITS = 32;

    private static final List<Attribute<?>> OF_A_KEY = List.of(Key.URI, Key.IV, Key.KEYFORMAT, Key.KEYFORMATVERSIONS);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.media().isEmpty()) {
            return;
        }
        for (PlacedLine line : playlist.all(HlsTag.KEY)) {
            line.get(Key.METHOD).ifPresent(method -> method(line, method, findings));
            initializationVector(line, findings);
            versions(line, findings);
        }
    }

    private static void method(PlacedLine line, KeyMethod method, Findings findings) {
        if (method.equals(KeyMethod.NONE)) {
            for (Attribute<?> attribute : OF_A_KEY) {
                if (line.has(attribute)) {
                    findings.report(
                            DiagnosticCode.KEY_NONE_WITH_ATTRIBUTES,
                            line,
                            attribute,
                            attribute.name() + " stands beside METHOD=NONE");
                }
            }
        } else if (!line.has(Key.URI) && !method.value().isEmpty()) {
            findings.report(
                    DiagnosticCode.KEY_WITHOUT_URI,
                    line,
                    "EXT-X-KEY has no URI although its METHOD is " + Diagnostic.echo(method.value()));
        }
        boolean hasNoIv = method.equals(KeyMethod.SAMPLE_AES_CTR) || method.equals(KeyMethod.AES_256_GCM);
        if (hasNoIv && line.has(Key.IV)) {
            findings.report(DiagnosticCode.IV_NOT_ALLOWED, line, Key.IV, "IV stands beside METHOD=" + method.value());
        }
    }

    private static void initializationVector(PlacedLine line, Findings findings) {
        int digits = line.get(Key.IV).map(KeyRules::hexadecimalDigits).orElse(0);
        if (digits > MOST_IV_DIGITS) {
            findings.report(
                    DiagnosticCode.IV_TOO_LONG,
                    line,
                    Key.IV,
                    "IV has " + digits + " hexadecimal digits, more than the " + MOST_IV_DIGITS + " of 128 bits");
        }
    }

    /** How many digits a hexadecimal-sequence has; 0 for any other text. */
    private static int hexadecimalDigits(String text) {
        boolean isHexadecimal = (text.startsWith("0x") || text.startsWith("0X"))
                && text.chars().skip(2).allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
        return isHexadecimal ? text.length() - 2 : 0;
    }

    private static void versions(PlacedLine line, Findings findings) {
        Optional<String> text = line.text(Key.KEYFORMATVERSIONS.name())
                .filter(versions -> !versions.isEmpty() && !versions.contains("{$"));
        if (text.isPresent() && !areVersions(text.get())) {
            findings.report(
                    DiagnosticCode.KEYFORMATVERSIONS_FORM,
                    line,
                    Key.KEYFORMATVERSIONS,
                    "KEYFORMATVERSIONS is not positive integers with slashes between them: "
                            + Diagnostic.echo(text.get()));
        }
    }

    /** Whether each piece between slashes has digits only, and one of them is not 0. */
    private static boolean areVersions(String text) {
        boolean positive = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' ? !positive : c < '0' || c > '9') {
                return false;
            }
            positive = c != '/' && (positive || c != '0');
        }
        return positive;
    }
}
