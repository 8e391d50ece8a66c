package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.MergedDateRange;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.text.UnsignedIntegers;
import dev.hemstitch.core.uri.UriReferences;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Interstitials (appendix D). */
final class InterstitialRules implements PlaylistRule {
    static final String CLASS = "com.apple.hls.interstitial";

    static final String ASSET_URI = "X-ASSET-URI";
    static final String ASSET_LIST = "X-ASSET-LIST";

    private static final String LABEL = "X-SKIP-CONTROL-LABEL-ID";

    private static final Set<String> QUOTED = Set.of(
            ASSET_URI,
            ASSET_LIST,
            "X-SNAP",
            "X-RESTRICT",
            "X-CONTENT-MAY-VARY",
            "X-TIMELINE-OCCUPIES",
            "X-TIMELINE-STYLE",
            LABEL);

    private static final Set<String> SECONDS = Set.of("X-SKIP-CONTROL-OFFSET", "X-SKIP-CONTROL-DURATION");
    private static final String RESUME = "X-RESUME-OFFSET";
    private static final String LIMIT = "X-PLAYOUT-LIMIT";

    /** The attributes whose form the class defines. */
    static final Set<String> ATTRIBUTES = Set.of(
            ASSET_URI,
            ASSET_LIST,
            "X-SNAP",
            "X-RESTRICT",
            "X-CONTENT-MAY-VARY",
            "X-TIMELINE-OCCUPIES",
            "X-TIMELINE-STYLE",
            LABEL,
            "X-SKIP-CONTROL-OFFSET",
            "X-SKIP-CONTROL-DURATION",
            RESUME,
            LIMIT);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        boolean isDelta = playlist.has(HlsTag.SKIP);
        for (MergedDateRange range : MergedDateRange.of(playlist)) {
            if (range.isOfClass(CLASS)) {
                checkAsset(range, isDelta, findings);
                for (PlacedLine line : range.lines()) {
                    line.attributes().asMap().forEach((name, value) -> checkForm(line, name, value, findings));
                }
            }
        }
    }

    private static void checkAsset(MergedDateRange range, boolean isDelta, Findings findings) {
        String id = "the interstitial " + Diagnostic.echo(range.id());
        Optional<PlacedLine> uri = range.line(ASSET_URI);
        Optional<PlacedLine> list = range.line(ASSET_LIST);
        if (uri.isEmpty() && list.isEmpty() && !isDelta) {
            String message = id + " has neither X-ASSET-URI nor X-ASSET-LIST";
            findings.report(DiagnosticCode.INTERSTITIAL_ASSET, range.first(), message);
        }
        if (uri.isPresent() && list.isPresent()) {
            String message = id + " has both X-ASSET-URI and X-ASSET-LIST";
            findings.report(DiagnosticCode.INTERSTITIAL_ASSET, list.get().location(ASSET_LIST), message);
        }
        String asset = range.text(ASSET_URI).orElse("");
        if (uri.isPresent() && !asset.isEmpty() && !asset.contains("{$") && !UriReferences.isAbsolute(asset)) {
            String message = "X-ASSET-URI must be absolute: " + Diagnostic.echo(asset);
            findings.report(DiagnosticCode.ASSET_URI_NOT_ABSOLUTE, uri.get().location(ASSET_URI), message);
        }
        for (String attribute : List.of(ASSET_URI, ASSET_LIST)) {
            range.line(attribute).ifPresent(line -> checkId(range, line, attribute, findings));
        }
    }

    private static void checkId(MergedDateRange range, PlacedLine line, String attribute, Findings findings) {
        String uri = line.text(attribute).orElse("");
        if (uri.isEmpty() || uri.contains("{$") || uri.startsWith("data:")) {
            return;
        }
        Optional<String> id = InterstitialId.of(uri);
        if (id.isEmpty()) {
            String message = attribute + " has no query parameter _HLS_interstitial_id: " + Diagnostic.echo(uri);
            findings.report(DiagnosticCode.ASSET_WITHOUT_ID, line.location(attribute), message);
        } else if (!id.get().equals(range.id())
                && !InterstitialId.decoded(id.get()).equals(range.id())) {
            String message = "_HLS_interstitial_id of " + attribute + " is not the ID " + Diagnostic.echo(range.id());
            findings.report(DiagnosticCode.ASSET_WITHOUT_ID, line.location(attribute), message);
        }
    }

    private static void checkForm(PlacedLine line, String name, AttributeValue value, Findings findings) {
        if (!ATTRIBUTES.contains(name) || value.text().contains("{$")) {
            return;
        }
        boolean quoted = value.isQuoted();
        String text = value.text();
        Optional<String> wanted;
        if (QUOTED.contains(name)) {
            boolean isLabel = !name.equals(LABEL) || text.chars().allMatch(InterstitialRules::isLabel);
            wanted = unless(quoted && isLabel, isLabel ? "a quoted string" : "letters, hyphens and underlines");
        } else if (SECONDS.contains(name)) {
            wanted = unless(!quoted && UnsignedIntegers.parse(text).isPresent(), "an integer");
        } else {
            boolean isNumber = !quoted && Decimals.parse(text).isPresent();
            boolean isAllowed = isNumber && (name.equals(RESUME) || !text.startsWith("-"));
            wanted = unless(isAllowed, name.equals(RESUME) ? "a decimal number" : "a decimal number of at least 0");
        }
        wanted.ifPresent(what -> findings.report(
                DiagnosticCode.INTERSTITIAL_ATTRIBUTE,
                line.location(name),
                name + " must be " + what + ": " + Diagnostic.echo(value.toString())));
    }

    private static Optional<String> unless(boolean isRight, String wanted) {
        return isRight ? Optional.empty() : Optional.of(wanted);
    }

    private static boolean isLabel(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    }
}
