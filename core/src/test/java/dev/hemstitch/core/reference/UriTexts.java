package dev.hemstitch.core.reference;

import java.util.ArrayList;
import java.util.List;

/** URIs of every legal form, and the variables that some of them refer to. */
final class UriTexts {
    private final Dice dice;
    private final List<String> variables = new ArrayList<>();
    private final List<String> definitions = new ArrayList<>();

    UriTexts(Dice dice) {
        this.dice = dice;
    }

    /** Variables of all forms that the kind of playlist allows; the two from outside are described in PlaylistTexts. */
    void define(boolean imports) {
        int count = dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            String value = dice.pick("https://cdn" + i + ".example/v", "../dir" + i, "%7Euser", "a=b,c");
            define("NAME=\"host-" + i + "\",VALUE=\"" + value + "\"", "host-" + i);
        }
        if (dice.chance(20)) {
            define("NAME=\"empty\",VALUE=\"\"", "empty");
        }
        if (imports && dice.chance(30)) {
            define("IMPORT=\"imported\"", "imported");
        }
        if (dice.chance(30)) {
            define("QUERYPARAM=\"token\"", "token");
        }
    }

    private void define(String attributes, String name) {
        definitions.add("#EXT-X-DEFINE:" + attributes);
        variables.add(name);
    }

    List<String> definitions() {
        return definitions;
    }

    /** A URI with a variable in it if there are any. */
    String withVariable(String name) {
        return variables.isEmpty() ? name : "{$" + dice.pick(variables) + "}/" + name;
    }

    /** A reference to the first variable, or nothing: the same for each call. */
    String firstVariable() {
        return variables.isEmpty() ? "" : "{$" + variables.get(0) + "}/";
    }

    String uri(String name) {
        if (!variables.isEmpty() && dice.chance(30)) {
            return withVariable(name);
        }
        return dice.chance(20) ? "https://cdn.example/p/" + name : relative(name);
    }

    String relative(String name) {
        return switch (dice.between(0, 11)) {
            case 0 -> "seg/" + name;
            case 1 -> "../v2/./" + name;
            case 2 -> "/absolute/" + name;
            case 3 -> name + "?token=" + dice.letters(16) + "&e=1767225600";
            case 4 -> name + "?Policy=" + dice.letters(dice.between(100, 1500));
            case 5 -> "video=300000-" + name;
            case 6 -> "a(b).ism/QualityLevels(1000)/" + name;
            case 7 -> "%E3%81%82/~u;v=1,2/" + name;
            case 8 -> name + "#t=1,2";
            default -> name;
        };
    }
}
