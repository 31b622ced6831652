# The disk image of macOS. Sourced by package.sh. Nobody has tried it yet.
# shellcheck shell=bash disable=SC2154

# The bundle's own launcher opens the console; Contents/app/bin/daemoneye is the command line.
make_packages() {
    local app=$work/app input=$work/input jar
    copy_distribution "$app"
    rm -f "$app"/bin/*.cmd
    mkdir -p "$input"
    cp -R "$app/." "$input/"
    "$jdk/bin/java" "$here/IconFiles.java" "$root/resources/icons" "$work/icons"
    jar=$(basename "$(ls "$app"/lib/daemoneye-app-*.jar)")
    local options=()
    while IFS= read -r line; do
        case $line in -*) options+=(--java-options "$line") ;; esac
    done <"$app/lib/console.options"
    # macOS takes no version that begins with 0.
    local mac=$version
    case $mac in 0.*) mac=1.${mac#*.} ;; esac
    "$jdk/bin/jpackage" --type app-image --name "DaemonEye Console" --app-version "$mac" \
        --input "$input" --main-jar "lib/$jar" --main-class daemoneye.app.ConsoleStart \
        --arguments console "${options[@]}" --runtime-image "$work/runtime" \
        --icon "$work/icons/daemoneye.icns" --mac-package-identifier daemoneye.console \
        --dest "$work/image"
    [ "$want" = app-image ] || "$jdk/bin/jpackage" --type dmg --name "DaemonEye Console" \
        --app-version "$mac" --app-image "$work/image/DaemonEye Console.app" --dest "$work/dmg"
    case $want in
        app-image) tar -C "$work/image" -czf "$out/daemoneye-$version-macos-$machine.tar.gz" . ;;
        dmg | all) mv "$work"/dmg/*.dmg "$out/daemoneye-$version-macos-$machine.dmg" ;;
        *) fail "on macOS there are app-image and dmg" ;;
    esac
}
