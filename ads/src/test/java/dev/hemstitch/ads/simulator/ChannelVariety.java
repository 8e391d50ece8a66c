package dev.hemstitch.ads.simulator;

import dev.hemstitch.ads.simulator.ChannelOptions.Dates;
import dev.hemstitch.ads.simulator.ChannelOptions.Encryption;
import dev.hemstitch.ads.simulator.ChannelOptions.Media;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Channels of all kinds. */
final class ChannelVariety {
    private static final int[] WINDOWS = {4, 5, 6, 8, 10, 15, 30, 60};

    private ChannelVariety() {}

    static ChannelOptions of(long seed, Duration length, boolean breaks, boolean faults) {
        Dice dice = Dice.of(seed, 1);
        ChannelOptions.Builder builder = ChannelOptions.builder(seed, length);
        Media media = dice.pick(List.of(Media.values()));
        List<Encryption> encryptions = new ArrayList<>(List.of(Encryption.values()));
        if (media == Media.FMP4) {
            encryptions.remove(Encryption.AES_128_IMPLICIT_IV);
        }
        boolean lowLatency = dice.chance(100);
        Dates dates = dice.pick(List.of(Dates.EVERY_SEGMENT, Dates.EVERY_SEGMENT, Dates.SPARSE, Dates.NONE));
        boolean dated = dates != Dates.NONE;
        builder.media(media)
                .encryption(dice.chance(400) ? Encryption.CLEAR : dice.pick(encryptions))
                .keyRotation(Duration.ofSeconds(dice.between(20, 300)))
                .byteRanges(dice.chance(250) && !lowLatency)
                .dates(dates)
                .windowSegments(WINDOWS[dice.below(WINDOWS.length)])
                .discontinuityEvery(Duration.ofSeconds(dice.chance(300) ? dice.between(60, 600) : 0))
                .gapsPerMille(dice.chance(200) ? 5 : 0)
                .endList(dice.chance(300))
                .lowLatency(lowLatency)
                .dateRanges(dated && dice.chance(300))
                .renditions(renditions(dice));
        if (breaks) {
            builder.breakEvery(Duration.ofSeconds(dice.between(120, 600)))
                    .breakKinds(kinds(dice))
                    .cueForms(forms(dice, dated))
                    .conditioned(dice.chance(700));
        }
        if (faults) {
            faults(builder, dice);
        }
        return builder.build();
    }

    private static void faults(ChannelOptions.Builder builder, Dice dice) {
        builder.latePerMille(dice.chance(300) ? 20 : 0)
                .jitter(Duration.ofMillis(dice.chance(500) ? dice.between(50, 900) : 0))
                .restarts(dice.chance(150) ? (int) dice.between(1, 2) : 0);
        if (dice.chance(300)) {
            builder.edgeAges(List.of(Duration.ZERO, Duration.ofSeconds(4), Duration.ofSeconds(dice.between(7, 20))));
        }
    }

    private static List<ContentRendition> renditions(Dice dice) {
        long[] videos = {6_006_000, 6_000_000, 5_760_000, 4_004_000};
        long[] audios = {2_005_333, 1_984_000, 4_010_666, 5_994_666};
        long video = videos[dice.below(videos.length)];
        List<ContentRendition> list = new ArrayList<>();
        list.add(new ContentRendition("video", ContentRendition.Kind.VIDEO, video, true));
        if (dice.chance(700)) {
            list.add(new ContentRendition("video2", ContentRendition.Kind.VIDEO, video, true));
        }
        if (dice.chance(850)) {
            long audio = audios[dice.below(audios.length)];
            list.add(new ContentRendition("audio", ContentRendition.Kind.AUDIO, audio, false));
        }
        if (dice.chance(300)) {
            list.add(new ContentRendition("subs", ContentRendition.Kind.SUBTITLES, video, true));
        }
        return list;
    }

    private static Set<BreakKind> kinds(Dice dice) {
        Set<BreakKind> kinds = EnumSet.of(BreakKind.KNOWN);
        for (BreakKind kind : BreakKind.values()) {
            if (dice.chance(300)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static Set<CueForm> forms(Dice dice, boolean dated) {
        List<CueForm> forms = new ArrayList<>(List.of(CueForm.values()));
        if (!dated) {
            forms.remove(CueForm.DATERANGE);
        }
        EnumSet<CueForm> chosen = EnumSet.of(dice.pick(forms));
        if (dice.chance(300) && !chosen.contains(CueForm.CUE_OUT) && !chosen.contains(CueForm.CUE_OUT_ATTRIBUTES)) {
            chosen.add(dated ? CueForm.DATERANGE : CueForm.OATCLS);
        }
        return chosen;
    }
}
