package dev.hemstitch.examples.kit.playback;

import dev.hemstitch.core.uri.UriReferences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the renditions of a title are called at a service: the file name that the origin's Multivariant Playlist has; where that is
 * not enough to tell them apart, the whole path; and a number behind it if even that is not.
 */
public final class RenditionNames {
    private static final String EXTENSION = ".m3u8";
    private static final Set<String> TAKEN = Set.of("multivariant");
    private static final int LONGEST = 100;

    private RenditionNames() {}

    /**
     * Names renditions.
     *
     * @param references the URI of each as the Multivariant Playlist has it
     * @return the name of each: letters, digits, {@code _} and {@code -}; no two are the same
     */
    public static List<String> of(List<String> references) {
        List<String> paths = references.stream().map(RenditionNames::path).toList();
        List<String> files = paths.stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
        boolean filesDiffer = new HashSet<>(files).size() == files.size();
        List<String> names = new ArrayList<>();
        Set<String> used = new HashSet<>(TAKEN);
        for (String text : filesDiffer ? files : paths) {
            String name = plain(text);
            String numbered = name;
            for (int i = 2; !used.add(numbered); i++) {
                numbered = name + '-' + i;
            }
            names.add(numbered);
        }
        return names;
    }

    private static String path(String reference) {
        String path = UriReferences.resolve("http://origin.invalid/", reference);
        int start = path.indexOf('/', path.indexOf("//") + 2) + 1;
        int end = path.length();
        for (char behind : new char[] {'?', '#'}) {
            int at = path.indexOf(behind);
            end = at >= 0 && at < end ? at : end;
        }
        String bare = path.substring(Math.min(start, end), end);
        return bare.endsWith(EXTENSION) ? bare.substring(0, bare.length() - EXTENSION.length()) : bare;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean stays = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
            plain.append(stays ? c : '-');
        }
        String name = plain.isEmpty() ? "rendition" : plain.toString();
        return name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
    }
}
