@echo off
rem Starts DaemonEye with a Java 25 or newer: the bundled one, %JAVA_HOME%, the one on PATH, or the
rem one that built this folder.
setlocal EnableExtensions DisableDelayedExpansion
for %%I in ("%~dp0..") do set "HOME_DIR=%%~fI"
set "FOUND="

call :try "%HOME_DIR%\runtime"
rem Of an installed package: beside this folder.
if not defined FOUND call :try "%HOME_DIR%\..\runtime"
if not defined FOUND if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined FOUND for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
if not defined FOUND if exist "%HOME_DIR%\lib\build-jdk" (
    for /f "usebackq delims=" %%L in ("%HOME_DIR%\lib\build-jdk") do call :try "%%L"
)
if not defined FOUND (
    echo daemoneye needs Java 25 or newer: install it, or set JAVA_HOME to its folder. 1>&2
    exit /b 1
)

set "OPTIONS=command"
set "MAIN=daemoneye.rpc.cli.DaemonEye"
if "%~1"=="console" set "OPTIONS=console"
if "%~1"=="console" set "MAIN=daemoneye.app.ConsoleStart"
if "%~1"=="collector" set "OPTIONS=collector"
set "MODULES="
if "%OPTIONS%"=="console" if exist "%HOME_DIR%\lib\javafx" set MODULES=--module-path "%HOME_DIR%\lib\javafx"
set "CACHE="
if "%OPTIONS%"=="console" if exist "%HOME_DIR%\lib\console.aot" set CACHE="-XX:AOTCache=%HOME_DIR%\lib\console.aot" -Xlog:disable
"%FOUND%\bin\java.exe" "@%HOME_DIR%\lib\%OPTIONS%.options" "-Ddaemoneye.home=%HOME_DIR%" %MODULES% %CACHE% %DAEMONEYE_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" %MAIN% %*
exit /b %ERRORLEVEL%

rem Takes %1 as FOUND when its file "release" says Java 25 or newer.
:try
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set MAJOR=0
for /f "usebackq tokens=2 delims==.-" %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do set MAJOR=%%V
set MAJOR=%MAJOR:"=%
if %MAJOR% GEQ 25 set "FOUND=%~1"
exit /b
