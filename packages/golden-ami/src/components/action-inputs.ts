import { Platform } from "../recipe/operating-system";
import { ComponentAction } from "./document-args";

/** What an action takes. */
interface ActionInputs {
  /** Whether it takes a list of maps, and not one map. */
  list?: boolean;
  /** The inputs that it cannot do without. */
  needs: string[];
  /** The one operating system that it is for. */
  platform?: Platform;
}

const onFiles = (...needs: string[]): ActionInputs => ({ list: true, needs });
const onLinux = (inputs: ActionInputs): ActionInputs => ({ ...inputs, platform: Platform.Linux });
const onWindows = (inputs: ActionInputs): ActionInputs => ({ ...inputs, platform: Platform.Windows });

/**
 * What each action takes. Assert takes a condition, which is checked as such; PowerShell runs commands or a file.
 *
 * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html
 */
export const ACTION_INPUTS: { [action in ComponentAction]: ActionInputs } = {
  [ComponentAction.AppendFile]: onFiles("path"),
  [ComponentAction.Assert]: { needs: [] },
  [ComponentAction.CopyFile]: onFiles("source", "destination"),
  [ComponentAction.CopyFolder]: onFiles("source", "destination"),
  [ComponentAction.CreateFile]: onFiles("path"),
  [ComponentAction.CreateFolder]: onFiles("path"),
  [ComponentAction.CreateSymlink]: onLinux(onFiles("path", "target")),
  [ComponentAction.DeleteFile]: onFiles("path"),
  [ComponentAction.DeleteFolder]: onFiles("path"),
  [ComponentAction.ExecuteBash]: onLinux({ needs: ["commands"] }),
  [ComponentAction.ExecuteBinary]: { needs: ["path"] },
  [ComponentAction.ExecuteDocument]: { needs: ["document"] },
  [ComponentAction.ExecutePowerShell]: { needs: [] },
  [ComponentAction.InstallMSI]: onWindows({ needs: ["path"] }),
  [ComponentAction.ListFiles]: onFiles("path"),
  [ComponentAction.MoveFile]: onFiles("source", "destination"),
  [ComponentAction.MoveFolder]: onFiles("source", "destination"),
  [ComponentAction.ReadFile]: onFiles("path"),
  [ComponentAction.Reboot]: { needs: [] },
  [ComponentAction.S3Download]: onFiles("source", "destination"),
  [ComponentAction.S3Upload]: onFiles("source", "destination"),
  [ComponentAction.SetFileEncoding]: onFiles("path"),
  [ComponentAction.SetFileOwner]: onLinux(onFiles("path", "owner")),
  [ComponentAction.SetFilePermissions]: onLinux(onFiles("path", "permissions")),
  [ComponentAction.SetFolderOwner]: onLinux(onFiles("path", "owner")),
  [ComponentAction.SetFolderPermissions]: onLinux(onFiles("path", "permissions")),
  [ComponentAction.SetRegistry]: onWindows(onFiles("path", "name", "value", "type")),
  [ComponentAction.UninstallMSI]: onWindows({ needs: ["path"] }),
  [ComponentAction.UpdateOS]: { needs: [] },
  [ComponentAction.WebDownload]: onFiles("source", "destination"),
};

/** The actions that need no inputs at all. */
export const WITHOUT_INPUTS = [ComponentAction.Reboot, ComponentAction.UpdateOS];

/** What is wrong with an action's inputs: each the field, what it holds, and what it must hold. */
export function wrongInputs(
  action: ComponentAction,
  inputs: unknown,
): [field: string, received: unknown, allowed: string][] {
  const { list = false, needs } = ACTION_INPUTS[action];
  if (inputs === undefined && WITHOUT_INPUTS.includes(action)) {
    return [];
  }
  const shape = list ? "a list of maps" : "a map";
  const maps = list ? inputs : [inputs];
  if (!Array.isArray(maps) || maps.length === 0 || !maps.every(isMap)) {
    return [["inputs", inputs, `${shape}, as ${action} takes`]];
  }
  return (maps as Record<string, unknown>[]).flatMap((map, index) => {
    const missing = needs.filter((name) => map[name] === undefined || map[name] === "");
    const field = list ? `inputs[${index}]` : "inputs";
    const wrong = missing.map((name): [string, unknown, string] => [
      `${field}.${name}`,
      map[name],
      `given for ${action}`,
    ]);
    return [...wrong, ...wrongCommands(action, field, map)];
  });
}

/** What is wrong with the commands of a shell: a list, and for PowerShell a file instead. */
function wrongCommands(
  action: ComponentAction,
  field: string,
  { commands, file }: Record<string, unknown>,
): [string, unknown, string][] {
  const isPowerShell = action === ComponentAction.ExecutePowerShell;
  if (!isPowerShell && action !== ComponentAction.ExecuteBash) {
    return [];
  }
  if (isPowerShell && (commands === undefined) === (file === undefined)) {
    return [[field, { commands, file }, "commands or file for ExecutePowerShell, and one of them only"]];
  }
  const isList = Array.isArray(commands) && commands.length > 0 && commands.every((each) => typeof each === "string");
  return commands === undefined || isList ? [] : [[`${field}.commands`, commands, "a list of one or more texts"]];
}

function isMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
