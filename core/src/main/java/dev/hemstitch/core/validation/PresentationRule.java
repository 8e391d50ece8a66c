package dev.hemstitch.core.validation;

/** Rules about a Multivariant Playlist together with its Media Playlists. */
@FunctionalInterface
interface PresentationRule {
    void check(CheckedPresentation presentation);
}
