import { forecastEachSnapshot, forecastSnapshots } from "@groundwork/snapshot-lifecycle";

const nightly = {
  region: "us-east-1",
  volumes: [
    {
      sizeGiB: 200,
      writtenGiB: 50,
      changedGiB: { low: 10, typical: 20, high: 40 },
      addedGiB: { low: 0, typical: 10, high: 10 },
      everyHours: 24,
    },
  ],
  schedules: [{ name: "daily", retain: { days: 7 } }],
};

export const { steady } = forecastSnapshots(nightly);
console.log(`${steady.storedGiB.typical} GiB, $${steady.monthlyCost.typical} a month`);

forecastEachSnapshot({ ...nightly, months: 1 }, ({ at, isFull, storedGiB }) =>
  console.log(at.toISOString(), isFull ? "full" : "incremental", storedGiB.typical),
);
