package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.text.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The EXT-X-KEY tags that apply to one segment have one METHOD and one initialization vector (6.2.3). */
final class KeyAgreementRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.media().isEmpty() || playlist.all(HlsTag.KEY).size() < 2) {
            return;
        }
        KeysInForce keys = new KeysInForce();
        List<PlacedLine> unchecked = new ArrayList<>();
        for (PlacedLine line : playlist.lines()) {
            if (keys.read(line)) {
                unchecked.add(line);
            } else if (!unchecked.isEmpty() && (line.isUri() || line.is(HlsTag.PART))) {
                unchecked.stream().filter(keys::has).forEach(key -> compare(key, keys, findings));
                unchecked.clear();
            }
        }
    }

    /** Comparing with the first key is enough: where others differ from that, it has been told of them. */
    private static void compare(PlacedLine key, KeysInForce keys, Findings findings) {
        Optional<PlacedLine> first = keys.first();
        if (agree(key, first, Key.METHOD, line -> line.text(Key.METHOD.name()), findings)) {
            agree(key, keys.firstWithIv(), Key.IV, KeyAgreementRules::initializationVector, findings);
        }
    }

    private static boolean agree(
            PlacedLine key,
            Optional<PlacedLine> other,
            Attribute<?> attribute,
            Function<PlacedLine, Optional<String>> value,
            Findings findings) {
        Optional<String> its = value.apply(key);
        Optional<String> others = other.flatMap(value);
        boolean agree = its.isEmpty() || others.isEmpty() || its.equals(others);
        if (!agree) {
            findings.report(
                    DiagnosticCode.KEYS_DISAGREE,
                    key,
                    attribute,
                    attribute.name() + " is " + Diagnostic.echo(its.get()) + ", but that of the key on line "
                            + other.map(PlacedLine::number).orElse(0) + " for the same segment is "
                            + Diagnostic.echo(others.get()));
        }
        return agree;
    }

    /** The number that an IV is, in one spelling; empty if it is none. */
    private static Optional<String> initializationVector(PlacedLine key) {
        return key.get(Key.IV).map(text -> text.toUpperCase(Locale.ROOT)).flatMap(text -> {
            int from = 2;
            while (from < text.length() && text.charAt(from) == '0') {
                from++;
            }
            boolean isHexadecimal =
                    text.startsWith("0X") && text.chars().skip(2).allMatch(KeyAgreementRules::isHexadecimalDigit);
            return isHexadecimal ? Optional.of("0x" + text.substring(from)) : Optional.empty();
        });
    }

    private static boolean isHexadecimalDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
    }
}
