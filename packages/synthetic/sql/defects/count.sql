-- How many rows have each defect.
SELECT defect, count() AS rows
FROM {previous}
GROUP BY defect
ORDER BY defect
