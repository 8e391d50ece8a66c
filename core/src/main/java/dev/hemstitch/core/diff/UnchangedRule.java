package dev.hemstitch.core.diff;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.PlaylistLine;
import java.util.List;

/** A playlist of type VOD must not change (RFC 8216bis, 6.2.1); blank lines and comments do not count. */
final class UnchangedRule {
    private UnchangedRule() {}

    static void check(Snapshot older, Snapshot newer, Findings findings) {
        List<PlacedLine> was = lines(older);
        List<PlacedLine> is = lines(newer);
        for (int i = 0; i < is.size(); i++) {
            if (i >= was.size()
                    || !was.get(i).line().text().equals(is.get(i).line().text())) {
                findings.report(DiagnosticCode.VOD_CHANGED, is.get(i), "a playlist of type VOD has changed here");
                return;
            }
        }
        if (is.size() < was.size()) {
            findings.reportWhole(DiagnosticCode.VOD_CHANGED, "a playlist of type VOD has lost lines at its end");
        }
    }

    private static List<PlacedLine> lines(Snapshot snapshot) {
        return snapshot.checked().lines().stream()
                .filter(line -> line.line().kind() != PlaylistLine.Kind.BLANK
                        && line.line().kind() != PlaylistLine.Kind.COMMENT)
                .toList();
    }
}
