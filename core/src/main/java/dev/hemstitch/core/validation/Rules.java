package dev.hemstitch.core.validation;

import java.util.List;

/** All rules, in the order of the specification. */
final class Rules {
    static final List<PlaylistRule> OF_PLAYLIST = List.of(
            new ReadingRules(),
            new TextRules(),
            new WhitespaceRules(),
            new AttributeRules(),
            new ValueRules(),
            new TagValueRules(),
            new UriRules(),
            new VersionRules(),
            new SharedTagRules(),
            new VariableRules(),
            new MediaPlaylistTagRules(),
            new ServerControlRules(),
            new SegmentRules(),
            new ByteRangeRules(),
            new KeyRules(),
            new KeyAgreementRules(),
            new MapRules(),
            new DateRules(),
            new DateOrderRules(),
            new PartRules(),
            new PartDurationRules(),
            new DateRangeRules(),
            new DateRangeClassRules(),
            new DateRangeOverlapRules(),
            new Scte35Rules(),
            new SkipRules(),
            new HintRules(),
            new InterstitialRules(),
            new PreloadRules(),
            new LowLatencyRules(),
            new RenditionRules(),
            new LanguageRules(),
            new StableIdRules(),
            new ChannelsRules(),
            new GroupRules(),
            new GroupsAlikeRules(),
            new VariantRules(),
            new CodecsRules(),
            new ContentProtectionRules(),
            new VideoLayoutRules(),
            new VariantGroupRules(),
            new SessionRules(),
            new SteeringRules(),
            new PathwayRules(),
            new AppleVariantRules(),
            new AppleRules());

    static final List<ReceivedRule> OF_RECEIVED = List.of(new ReceivedRules());

    static final List<PresentationRule> OF_PRESENTATION = List.of(
            new SharedAcrossRules(),
            new NamedPlaylistRules(),
            new HeaderAcrossRules(),
            new HoldBackAcrossRules(),
            new DiscontinuityAcrossRules(),
            new ContentAcrossRules(),
            new DateAcrossRules(),
            new DateRangeAcrossRules(),
            new InterstitialAcrossRules(),
            new ReportRules(),
            new MissingReportRules(),
            new SessionKeyRules());

    private Rules() {}
}
