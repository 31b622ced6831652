# Makes the .msi of DaemonEye Console on Windows. Nobody has tried it yet.
#
#   installers\package.ps1 [-Out DIR] [-Dist DIR] [-Version N.N.N]
#
# Needs a JDK 25 (JAVA_HOME), and the WiX Toolset 3 or later on the path. No administrator.
param(
    [string]$Out = "$PSScriptRoot\..\app\target\installers",
    [string]$Dist = "$PSScriptRoot\..\app\target\dist",
    [string]$Version = ""
)
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot\..").Path

function Run([string]$program, [string[]]$arguments) {
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "package: $program ended with $LASTEXITCODE" }
}

if (-not $env:JAVA_HOME) { throw 'package: set JAVA_HOME to a JDK 25' }
$bin = Join-Path $env:JAVA_HOME 'bin'
if (-not (Test-Path "$bin\jpackage.exe")) { throw "package: $env:JAVA_HOME holds no jpackage" }
if (-not (Test-Path "$Dist\bin\daemoneye.cmd")) {
    Push-Location $root
    try { Run 'mvn' @('-B', '-q', 'package', '-DskipTests', '-Pbill') } finally { Pop-Location }
}
$Dist = (Resolve-Path $Dist).Path
New-Item -ItemType Directory -Force $Out | Out-Null
$Out = (Resolve-Path $Out).Path
$jar = (Get-ChildItem "$Dist\lib\daemoneye-app-*.jar")[0].Name
if (-not $Version) { $Version = ($jar -replace '^daemoneye-app-', '') -replace '[-.][A-Za-z].*$', '' }

$work = Join-Path ([IO.Path]::GetTempPath()) "daemoneye-package-$PID"
New-Item -ItemType Directory -Force $work | Out-Null
try {
    # The runtime: JavaFX as modules with their libraries beside them.
    New-Item -ItemType Directory -Force "$work\jmods" | Out-Null
    foreach ($each in Get-ChildItem "$Dist\lib\javafx\*.jar") {
        $module = 'javafx.' + ($each.Name -replace '^javafx-([a-z]+)-.*', '$1')
        $classes = "$work\fx\$module\classes"
        $libs = "$work\fx\$module\libs"
        New-Item -ItemType Directory -Force $classes, $libs | Out-Null
        Push-Location $classes
        try { Run "$bin\jar.exe" @('-xf', $each.FullName) } finally { Pop-Location }
        Get-ChildItem "$classes\*.dll" | Move-Item -Destination $libs
        Run "$bin\jmod.exe" @('create', '--class-path', $classes, '--libs', $libs, "$work\jmods\$module.jmod")
    }
    $modules = 'java.base,java.desktop,java.management,java.naming,java.scripting,java.sql,jdk.jfr,' +
        'jdk.net,jdk.unsupported,jdk.localedata,javafx.controls,javafx.fxml'
    Run "$bin\jlink.exe" @('--module-path', "$work\jmods", '--add-modules', $modules,
        '--include-locales=en,de', '--strip-debug', '--no-man-pages', '--no-header-files',
        '--compress=zip-9', '--output', "$work\runtime")

    # The distribution; its runtime lies beside it in the installed folder: app\.. \runtime.
    Copy-Item -Recurse $Dist "$work\input"
    Remove-Item -Recurse "$work\input\lib\javafx", "$work\input\bin\daemoneye"
    Remove-Item -ErrorAction Ignore "$work\input\lib\*.aot", "$work\input\lib\build-jdk"
    Remove-Item "$work\input\lib\netty-transport-native-epoll-*.jar"
    $console = Get-Content "$work\input\lib\console.options" | Where-Object { $_ -notmatch '^--add-modules' }
    Set-Content "$work\input\lib\console.options" $console

    Run "$bin\java.exe" @("$PSScriptRoot\IconFiles.java", "$root\resources\icons", "$work\icons")
    $options = @()
    foreach ($line in $console) {
        # "--add-exports a=b" is two words to a launcher.
        if ($line -match '^-') { $options += @('--java-options', ($line -replace '^(--add-exports) +', '$1=')) }
    }
    # One launcher for the window, without a terminal; app\bin\daemoneye.cmd is the command line.
    Run "$bin\jpackage.exe" (@('--type', 'msi', '--name', 'DaemonEye Console', '--app-version', $Version,
        '--vendor', 'DaemonEye', '--description', 'See and steer fleets of collectors',
        '--input', "$work\input", '--main-jar', "lib\$jar", '--main-class', 'daemoneye.app.ConsoleStart',
        '--arguments', 'console', '--runtime-image', "$work\runtime", '--icon', "$work\icons\daemoneye.ico",
        '--win-menu', '--win-per-user-install', '--win-upgrade-uuid', '5d1f7d0e-53a5-4a0e-9a43-6f4b43f2c7d1',
        '--dest', "$work\msi") + $options)
    Move-Item -Force "$work\msi\*.msi" "$Out\daemoneye-$Version-windows-x64.msi"

    $sums = Get-ChildItem $Out -File | Where-Object { $_.Name -ne 'SHA256SUMS' } | Sort-Object Name |
        ForEach-Object { (Get-FileHash -Algorithm SHA256 $_.FullName).Hash.ToLower() + '  ' + $_.Name }
    Set-Content "$Out\SHA256SUMS" $sums
    Get-ChildItem $Out
} finally {
    Remove-Item -Recurse -Force -ErrorAction Ignore $work
}
