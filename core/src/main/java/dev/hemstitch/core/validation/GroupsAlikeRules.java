package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.RenditionType;
import dev.hemstitch.core.text.Attribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups of one TYPE have the same members (4.4.6.1.1): each is held against the first. */
final class GroupsAlikeRules implements PlaylistRule {
    private static final List<RenditionType> TYPES =
            List.of(RenditionType.AUDIO, RenditionType.VIDEO, RenditionType.SUBTITLES, RenditionType.CLOSED_CAPTIONS);

    private static final List<Attribute<String>> LANGUAGES = List.of(Rendition.LANGUAGE, Rendition.ASSOC_LANGUAGE);

    private static final List<Attribute<Boolean>> SWITCHES =
            List.of(Rendition.DEFAULT, Rendition.AUTOSELECT, Rendition.FORCED);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        RenditionGroups groups = RenditionGroups.of(playlist);
        for (RenditionType type : TYPES) {
            List<RenditionGroup> ofType = groups.all(type);
            if (ofType.size() > 1) {
                RenditionGroup first = ofType.get(0);
                Map<String, PlacedLine> members = byName(first);
                ofType.stream().skip(1).forEach(group -> members(group, first, members, findings));
            }
        }
    }

    /** The first member of each NAME; those without a readable one cannot be compared. */
    private static Map<String, PlacedLine> byName(RenditionGroup group) {
        Map<String, PlacedLine> members = new LinkedHashMap<>();
        for (PlacedLine member : group.members()) {
            AttributeTexts.of(member, Rendition.NAME).ifPresent(name -> members.putIfAbsent(name, member));
        }
        return members;
    }

    private static void members(
            RenditionGroup group, RenditionGroup first, Map<String, PlacedLine> expected, Findings findings) {
        Map<String, PlacedLine> members = byName(group);
        members.forEach((name, member) -> {
            PlacedLine other = expected.get(name);
            if (other != null) {
                attributes(member, other, findings);
            } else {
                findings.report(
                        DiagnosticCode.GROUPS_DIFFER,
                        member,
                        Rendition.NAME,
                        first + " has no member of NAME " + Diagnostic.echo(name));
            }
        });
        if (group.members().size() < expected.size()) {
            expected.keySet().stream()
                    .filter(name -> !members.containsKey(name))
                    .findFirst()
                    .ifPresent(name -> findings.report(
                            DiagnosticCode.GROUPS_DIFFER,
                            group.members().get(0),
                            Rendition.GROUP_ID,
                            group + " has no member of NAME " + Diagnostic.echo(name) + ", but " + first + " has"));
        }
    }

    private static void attributes(PlacedLine member, PlacedLine other, Findings findings) {
        for (Attribute<String> language : LANGUAGES) {
            compare(
                    member,
                    other,
                    language,
                    AttributeTexts.language(member, language),
                    AttributeTexts.language(other, language),
                    findings);
        }
        for (Attribute<Boolean> yesNo : SWITCHES) {
            Optional<String> here = word(member, yesNo);
            Optional<String> there = word(other, yesNo);
            if (here.isPresent() && there.isPresent()) {
                compare(member, other, yesNo, here.get(), there.get(), findings);
            }
        }
        compare(
                member,
                other,
                Rendition.CHARACTERISTICS,
                AttributeTexts.asSet(AttributeTexts.entries(member, Rendition.CHARACTERISTICS)),
                AttributeTexts.asSet(AttributeTexts.entries(other, Rendition.CHARACTERISTICS)),
                findings);
    }

    /** YES or NO, which is what absence means; nothing if another word stands there. */
    private static Optional<String> word(PlacedLine line, Attribute<Boolean> attribute) {
        return line.has(attribute) ? line.get(attribute).map(yes -> yes ? "YES" : "NO") : Optional.of("NO");
    }

    private static void compare(
            PlacedLine member, PlacedLine other, Attribute<?> attribute, String here, String there, Findings findings) {
        boolean isReadable = isReadable(member, attribute) && isReadable(other, attribute);
        if (isReadable && !here.equals(there)) {
            findings.report(
                    DiagnosticCode.GROUPS_DIFFER,
                    member,
                    attribute,
                    attribute.name() + " is " + Diagnostic.echo(here) + ", but " + Diagnostic.echo(there) + " in line "
                            + other.number());
        }
    }

    private static boolean isReadable(PlacedLine line, Attribute<?> attribute) {
        return !line.has(attribute) || AttributeTexts.of(line, attribute).isPresent();
    }
}
