package dev.hemstitch.core.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Groups of renditions; those of one TYPE have the same members, which differ only in what may differ. */
final class GroupTexts {
    private final Dice dice;
    private final UriTexts uris;
    private final boolean stableIds;
    private final List<List<String>> tags = new ArrayList<>();
    private final List<String> audioGroups;
    private final boolean video;
    private final boolean subtitles;
    private final Optional<String> closedCaptions;

    GroupTexts(Dice dice, UriTexts uris, boolean stableIds) {
        this.dice = dice;
        this.uris = uris;
        this.stableIds = stableIds;
        int audio = dice.pick(List.of(0, 0, 1, 1, 2, 3));
        this.audioGroups = List.of("aac", "ac-3", "ec 3").subList(0, audio);
        this.video = dice.chance(10);
        this.subtitles = dice.chance(30);
        this.closedCaptions = chosenClosedCaptions();
        addAudio();
        addOthers();
    }

    private Optional<String> chosenClosedCaptions() {
        return dice.chance(60) ? Optional.empty() : Optional.of(dice.pick("NONE", "\"cc\""));
    }

    List<List<String>> tags() {
        return tags;
    }

    boolean hasVideo() {
        return video;
    }

    /** NONE or a group in quotes, the same for all variants. */
    Optional<String> closedCaptions() {
        return closedCaptions;
    }

    /** What a variant must list that refers to the groups; empty without any. */
    Optional<String> codecs() {
        if (audioGroups.isEmpty() && !video && !subtitles && closedCaptions.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("avc1.640028,mp4a.40.2,ac-3,ec-3,wvtt");
    }

    /** The groups that a variant refers to. */
    List<String> references() {
        List<String> references = new ArrayList<>();
        if (!audioGroups.isEmpty()) {
            references.add("AUDIO=\"" + dice.pick(audioGroups) + "\"");
        }
        if (video) {
            references.add("VIDEO=\"angles\"");
        }
        if (subtitles) {
            references.add("SUBTITLES=\"subs\"");
        }
        return references;
    }

    private void addAudio() {
        boolean described = dice.chance(30);
        boolean instream = dice.chance(5);
        for (String group : audioGroups) {
            List<String> english = member("AUDIO", group, "English", "en", "YES");
            english.add("CHANNELS=\"" + dice.pick("2", "6", "16/JOC", "2/-/BINAURAL") + "\"");
            if (instream) {
                english.add("INSTREAM-ID=\"1.a\"");
            }
            if (dice.chance(20)) {
                english.add("BIT-DEPTH=24");
                english.add("SAMPLE-RATE=48000");
            }
            // Without a URI the rendition is in the variant itself.
            add(english, dice.chance(70) ? group + "/en.m3u8" : "");
            List<String> german = member("AUDIO", group, "Deutsch", "de", "NO");
            german.add("CHANNELS=\"2\"");
            add(german, group + "/de.m3u8");
            if (described) {
                List<String> description = member("AUDIO", group, "English, described", "en", "NO");
                description.add("CHANNELS=\"2\"");
                description.add("CHARACTERISTICS=\"public.accessibility.describes-video,com.example.own\"");
                add(description, group + "/described.m3u8");
            }
        }
    }

    private void addOthers() {
        if (video) {
            add(member("VIDEO", "angles", "Main", "en", "YES"), "");
            add(member("VIDEO", "angles", "Bench, \u00FCber", "de", "NO"), "bench.m3u8");
        }
        if (subtitles) {
            List<String> english = member("SUBTITLES", "subs", "English", "en", "YES");
            english.add("FORCED=NO");
            add(english, "subs/en.m3u8");
            List<String> french = member("SUBTITLES", "subs", "Fran\u00E7ais", "fr", "NO");
            french.add("ASSOC-LANGUAGE=\"fr-CA\"");
            french.add("CHARACTERISTICS=\"public.accessibility.transcribes-spoken-dialog\"");
            add(french, "subs/fr.m3u8");
        }
        if (closedCaptions.equals(Optional.of("\"cc\""))) {
            List<String> captions = member("CLOSED-CAPTIONS", "cc", "English", "en", "YES");
            captions.add("INSTREAM-ID=\"" + dice.pick("CC1", "CC4", "SERVICE1", "SERVICE63") + "\"");
            add(captions, "");
        }
    }

    private static List<String> member(String type, String group, String name, String language, String isDefault) {
        return new ArrayList<>(List.of(
                "TYPE=" + type,
                "GROUP-ID=\"" + group + "\"",
                "NAME=\"" + name + "\"",
                "LANGUAGE=\"" + language + "\"",
                "DEFAULT=" + isDefault,
                "AUTOSELECT=YES"));
    }

    private void add(List<String> member, String uri) {
        if (!uri.isEmpty()) {
            member.add("URI=\"" + uris.uri(uri.replace(' ', '-')) + "\"");
        }
        if (stableIds) {
            member.add("STABLE-RENDITION-ID=\"r" + tags.size() + "\"");
        }
        // Members of several groups must have the same attributes.
        if (audioGroups.size() < 2 && dice.chance(5)) {
            member.add(Words.unknownAttribute(dice));
        }
        tags.add(List.of(dice.tag("EXT-X-MEDIA", member)));
    }
}
