package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.RenditionType;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.text.UnsignedIntegers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CHANNELS of EXT-X-MEDIA (4.4.6.1). */
final class ChannelsRules implements PlaylistRule {
    private static final Set<String> USAGES = Set.of("BINAURAL", "IMMERSIVE", "DOWNMIX", "DOF-3", "DOF-6");

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.multivariant().isEmpty()) {
            return;
        }
        Set<PlacedLine> needed = needed(playlist, findings);
        for (PlacedLine line : playlist.all(HlsTag.MEDIA)) {
            if (line.get(Rendition.TYPE).filter(RenditionType.AUDIO::equals).isEmpty()) {
                continue;
            }
            if (!line.has(Rendition.CHANNELS) && !needed.contains(line)) {
                findings.report(DiagnosticCode.AUDIO_WITHOUT_CHANNELS, line, "an audio rendition without CHANNELS");
            }
            AttributeTexts.of(line, Rendition.CHANNELS)
                    .flatMap(ChannelsRules::problem)
                    .ifPresent(problem -> findings.report(
                            DiagnosticCode.CHANNELS_FORM, line, Rendition.CHANNELS, "CHANNELS has " + problem));
        }
    }

    /** Reports renditions without CHANNELS whose namesakes of one format are known to differ in it. */
    private static Set<PlacedLine> needed(CheckedPlaylist playlist, Findings findings) {
        RenditionGroups groups = RenditionGroups.of(playlist);
        Map<String, Set<Long>> counts = new HashMap<>();
        Map<PlacedLine, String> unknown = new LinkedHashMap<>();
        formats(playlist, groups).forEach((group, format) -> {
            for (PlacedLine member : group.members()) {
                String name = AttributeTexts.of(member, Rendition.NAME).orElse("") + '\n' + format;
                if (member.has(Rendition.CHANNELS)) {
                    count(member)
                            .ifPresent(count -> counts.computeIfAbsent(name, n -> new HashSet<>())
                                    .add(count));
                } else {
                    unknown.put(member, name);
                }
            }
        });
        unknown.values().removeIf(name -> counts.getOrDefault(name, Set.of()).size() < 2);
        unknown.keySet()
                .forEach(member -> findings.report(
                        DiagnosticCode.CHANNELS_NEEDED,
                        member,
                        "renditions of this NAME and format differ in their channels, so CHANNELS must be there"));
        return unknown.keySet();
    }

    /** The audio format of each group of audio whose variants all name one and the same. */
    private static Map<RenditionGroup, String> formats(CheckedPlaylist playlist, RenditionGroups groups) {
        Map<String, Set<String>> named = new HashMap<>();
        for (PlacedLine variant : playlist.all(HlsTag.STREAM_INF)) {
            groups.referredTo(variant, Variant.AUDIO).ifPresent(group -> {
                List<String> audio = AttributeTexts.entries(variant, Variant.CODECS).stream()
                        .filter(SampleFormats::isAudio)
                        .toList();
                named.computeIfAbsent(group.id(), id -> new HashSet<>()).add(AttributeTexts.asSet(audio));
            });
        }
        Map<RenditionGroup, String> formats = new LinkedHashMap<>();
        for (RenditionGroup group : groups.all(RenditionType.AUDIO)) {
            Set<String> ofGroup = named.getOrDefault(group.id(), Set.of());
            if (ofGroup.size() == 1) {
                String only = ofGroup.iterator().next();
                if (!only.isEmpty() && only.indexOf(',') < 0) {
                    formats.put(group, only);
                }
            }
        }
        return formats;
    }

    private static Optional<Long> count(PlacedLine line) {
        return AttributeTexts.of(line, Rendition.CHANNELS)
                .flatMap(text ->
                        UnsignedIntegers.parse(AttributeTexts.fields(text, '/').get(0)));
    }

    /** What is wrong with a value; parameters behind the third are not defined yet. */
    private static Optional<String> problem(String channels) {
        List<String> parameters = AttributeTexts.fields(channels, '/');
        if (UnsignedIntegers.parse(parameters.get(0)).isEmpty()) {
            return Optional.of("no count but " + Diagnostic.echo(parameters.get(0)));
        }
        for (String parameter : parameters.subList(1, parameters.size())) {
            if (!parameter.isEmpty()
                    && !AttributeTexts.fields(parameter, ',').stream().allMatch(ChannelsRules::isIdentifier)) {
                return Optional.of(
                        "identifiers of other than capital letters, digits and hyphens: " + Diagnostic.echo(parameter));
            }
        }
        String usages = parameters.size() > 2 ? parameters.get(2) : "";
        if (parameters.size() > 2 && parameters.get(1).isEmpty()) {
            return Optional.of("a third parameter although the second is empty");
        }
        return AttributeTexts.fields(usages, ',').stream()
                .filter(usage -> !usage.isEmpty() && !isUsage(usage))
                .findFirst()
                .map(usage -> "a special usage that is not defined: " + Diagnostic.echo(usage));
    }

    private static boolean isIdentifier(String text) {
        return AttributeTexts.consistsOf(text, c -> AttributeTexts.isCapitalOrDigit(c) || c == '-');
    }

    private static boolean isUsage(String text) {
        return USAGES.contains(text)
                || (text.startsWith("BED-")
                        && UnsignedIntegers.parse(text.substring("BED-".length()))
                                .isPresent());
    }
}
