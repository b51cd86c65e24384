import { ImageTest, type TestedService } from "./image-tests-args";
import { askUrl } from "./linux-tests";

/** Where ports begin that Windows gives its own services, as it likes. */
const FIRST_DYNAMIC_PORT = 49_152;

/** Gets a token of the metadata service. */
const METADATA = `$ErrorActionPreference = 'Stop'
$metadata = 'http://169.254.169.254/latest'
$ttl = @{ 'X-aws-ec2-metadata-token-ttl-seconds' = '60' }
$token = @{ 'X-aws-ec2-metadata-token' = Invoke-RestMethod -Method Put -Uri "$metadata/api/token" -Headers $ttl -TimeoutSec 5 }`;

/** The tests of a Windows AMI, as scripts for Windows PowerShell. */
export const WINDOWS_TESTS = {
  [ImageTest.Boots]: () => `$ErrorActionPreference = 'Stop'
$stopped = @(Get-CimInstance Win32_Service -Filter "StartMode='Auto' and State<>'Running' and ExitCode<>0 and ExitCode<>1077")
if ($stopped.Count -gt 0) {
  $stopped | ForEach-Object { Write-Host "$($_.Name) ended with $($_.ExitCode)." }
  exit 1
}`,

  [ImageTest.NoSecurityUpdates]: () => `$ErrorActionPreference = 'Stop'
$searcher = (New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher()
$found = $searcher.Search("IsInstalled=0 and IsHidden=0 and Type='Software'").Updates
$pending = @($found | Where-Object { @($_.Categories | ForEach-Object { $_.Name }) -contains 'Security Updates' })
if ($pending.Count -gt 0) {
  $pending | ForEach-Object { Write-Host "$($_.Title) is pending." }
  exit 1
}`,

  [ImageTest.MetadataTokens]: () => `${METADATA}
Invoke-RestMethod -Uri "$metadata/meta-data/instance-id" -Headers $token -TimeoutSec 5 | Out-Null
try {
  Invoke-RestMethod -Uri "$metadata/meta-data/instance-id" -TimeoutSec 5 | Out-Null
} catch {
  if ([int]$_.Exception.Response.StatusCode -eq 401) { exit 0 }
  throw
}
Write-Host 'The metadata service answers without a token.'
exit 1`,

  [ImageTest.Encrypted]: () => `${METADATA}
$ami = Invoke-RestMethod -Uri "$metadata/meta-data/ami-id" -Headers $token -TimeoutSec 5
$region = Invoke-RestMethod -Uri "$metadata/meta-data/placement/region" -Headers $token -TimeoutSec 5
$volumes = @((Get-EC2Image -ImageId $ami -Region $region).BlockDeviceMappings | Where-Object { $_.Ebs })
$open = @($volumes | Where-Object { -not $_.Ebs.Encrypted })
if ($volumes.Count -eq 0 -or $open.Count -gt 0) {
  $open | ForEach-Object { Write-Host "$($_.DeviceName) of $ami is not encrypted." }
  exit 1
}`,

  [ImageTest.PortsClosed]: (openPorts: number[]) => `$ErrorActionPreference = 'Stop'
$allowed = @(${openPorts.join(", ")})
$open = Get-NetTCPConnection -State Listen |
  Where-Object { $_.LocalAddress -notin '127.0.0.1', '::1' -and $_.LocalPort -lt ${FIRST_DYNAMIC_PORT} } |
  Select-Object -ExpandProperty LocalPort | Sort-Object -Unique
$others = @($open | Where-Object { $_ -notin $allowed })
if ($others.Count -gt 0) {
  $others | ForEach-Object { Write-Host "Port $_ is open." }
  exit 1
}`,

  [ImageTest.ServicesHealthy]: ({ name, url }: TestedService) => `$ErrorActionPreference = 'Stop'
$status = (Get-Service -Name '${name}').Status
if ($status -ne 'Running') {
  Write-Host "${name} is $status."
  exit 1
}${url === undefined ? "" : `\n${askUrl("curl.exe", url)}\nexit $LASTEXITCODE`}`,
};
